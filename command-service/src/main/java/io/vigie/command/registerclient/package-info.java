/** A client is registered. */
@NullMarked
package io.vigie.command.registerclient;

import org.jspecify.annotations.NullMarked;
