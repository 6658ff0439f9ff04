/** Whose risk came into another band lately. */
@NullMarked
package io.vigie.query.riskmoves;

import org.jspecify.annotations.NullMarked;
