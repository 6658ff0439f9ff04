/** Who is let in, and how far. */
@NullMarked
package io.vigie.acceptance.access;

import org.jspecify.annotations.NullMarked;
