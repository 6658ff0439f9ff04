/** Aggregates, REST for commands, imports, the event store, the relay. */
@NullMarked
package io.vigie.command;

import org.jspecify.annotations.NullMarked;
