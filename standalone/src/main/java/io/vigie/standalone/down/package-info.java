/** Stops the whole system. */
@NullMarked
package io.vigie.standalone.down;

import org.jspecify.annotations.NullMarked;
