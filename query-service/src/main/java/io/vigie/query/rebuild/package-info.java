/** Builds the views anew beside the live ones, compares and swaps them. */
@NullMarked
package io.vigie.query.rebuild;

import org.jspecify.annotations.NullMarked;
