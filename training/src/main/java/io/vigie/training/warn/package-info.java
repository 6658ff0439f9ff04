/** What about the data would make an honest result look better than it is, or worse. */
@NullMarked
package io.vigie.training.warn;

import org.jspecify.annotations.NullMarked;
