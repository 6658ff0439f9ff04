/** The first account, made so that somebody can get in. */
@NullMarked
package io.vigie.access.firststart;

import org.jspecify.annotations.NullMarked;
