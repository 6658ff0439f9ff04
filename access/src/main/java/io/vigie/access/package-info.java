/** Who somebody is and what they may do. */
@NullMarked
package io.vigie.access;

import org.jspecify.annotations.NullMarked;
