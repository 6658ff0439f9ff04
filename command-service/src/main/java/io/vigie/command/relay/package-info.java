/** Carries every event from the store to Kafka: once, in order, and none left out. */
@NullMarked
package io.vigie.command.relay;

import org.jspecify.annotations.NullMarked;
