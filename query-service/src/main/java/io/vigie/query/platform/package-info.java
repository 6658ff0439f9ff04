/** What the use cases share: the clock, the wire format, rows written as arrays. */
@NullMarked
package io.vigie.query.platform;

import org.jspecify.annotations.NullMarked;
