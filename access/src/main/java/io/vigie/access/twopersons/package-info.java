/** What one person asks for and another one confirms before it happens. */
@NullMarked
package io.vigie.access.twopersons;

import org.jspecify.annotations.NullMarked;
