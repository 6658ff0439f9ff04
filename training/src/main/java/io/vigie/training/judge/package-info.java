/** How good probabilities are, and whether a difference is more than noise. No engine is known here. */
@NullMarked
package io.vigie.training.judge;

import org.jspecify.annotations.NullMarked;
