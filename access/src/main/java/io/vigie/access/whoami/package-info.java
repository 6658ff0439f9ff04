/** Everybody may ask who they are here. */
@NullMarked
package io.vigie.access.whoami;

import org.jspecify.annotations.NullMarked;
