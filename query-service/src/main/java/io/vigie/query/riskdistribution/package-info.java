/** How the scores of active clients are distributed, and how many clients could still be looked after. */
@NullMarked
package io.vigie.query.riskdistribution;

import org.jspecify.annotations.NullMarked;
