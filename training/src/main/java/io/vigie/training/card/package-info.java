/** What somebody must know before using a model. */
@NullMarked
package io.vigie.training.card;

import org.jspecify.annotations.NullMarked;
