/** Follows events as they are in Kafka. */
@NullMarked
package io.vigie.standalone.events;

import org.jspecify.annotations.NullMarked;
