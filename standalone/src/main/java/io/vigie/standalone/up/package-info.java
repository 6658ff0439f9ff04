/** Starts the whole system. */
@NullMarked
package io.vigie.standalone.up;

import org.jspecify.annotations.NullMarked;
