/** {@code vigie train}: rows in, several models out, judged honestly. */
@NullMarked
package io.vigie.training;

import org.jspecify.annotations.NullMarked;
