/** One stream of what changes on the screen, for everybody who watches. */
@NullMarked
package io.vigie.query.livestream;

import org.jspecify.annotations.NullMarked;
