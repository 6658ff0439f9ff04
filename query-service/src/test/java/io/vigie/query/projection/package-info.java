/** Tests of the way from Kafka to rows. */
@NullMarked
package io.vigie.query.projection;

import org.jspecify.annotations.NullMarked;
