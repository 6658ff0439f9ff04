/** The way of an event, from the store to what can be read, in numbers. */
@NullMarked
package io.vigie.query.pipeline;

import org.jspecify.annotations.NullMarked;
