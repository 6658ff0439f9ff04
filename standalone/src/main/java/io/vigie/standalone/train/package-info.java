/** {@code vigie train}: that there is such a verb. */
@NullMarked
package io.vigie.standalone.train;

import org.jspecify.annotations.NullMarked;
