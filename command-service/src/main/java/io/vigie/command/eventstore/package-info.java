/** Where events are kept: Axon over JDBC on PostgreSQL, with nothing in memory. */
@NullMarked
package io.vigie.command.eventstore;

import org.jspecify.annotations.NullMarked;
