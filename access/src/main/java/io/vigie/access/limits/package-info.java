/** How often somebody may do something; each instance of a service counts by itself. */
@NullMarked
package io.vigie.access.limits;

import org.jspecify.annotations.NullMarked;
