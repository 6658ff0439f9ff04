/** A client comes back. */
@NullMarked
package io.vigie.command.returnclient;

import org.jspecify.annotations.NullMarked;
