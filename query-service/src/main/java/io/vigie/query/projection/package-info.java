/** From Kafka to rows: guarded, in one transaction with the offsets, with nothing dropped in silence. */
@NullMarked
package io.vigie.query.projection;

import org.jspecify.annotations.NullMarked;
