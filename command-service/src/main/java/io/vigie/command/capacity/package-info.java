/** Places with account managers, counted in the transaction of the events that take and free them. */
@NullMarked
package io.vigie.command.capacity;

import org.jspecify.annotations.NullMarked;
