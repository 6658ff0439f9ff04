/** Black-box tests of the whole system. */
@NullMarked
package io.vigie.acceptance;

import org.jspecify.annotations.NullMarked;
