/** Projections, risk views, REST for reads, dead letters, rebuild. */
@NullMarked
package io.vigie.query;

import org.jspecify.annotations.NullMarked;
