/** What the lists of what was recorded have in common. */
@NullMarked
package io.vigie.access.recorded;

import org.jspecify.annotations.NullMarked;
