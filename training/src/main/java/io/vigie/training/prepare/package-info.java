/** From cells of text to typed columns and a label. */
@NullMarked
package io.vigie.training.prepare;

import org.jspecify.annotations.NullMarked;
