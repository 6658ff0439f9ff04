/** The client: its life folded from its events. */
@NullMarked
package io.vigie.command.client;

import org.jspecify.annotations.NullMarked;
