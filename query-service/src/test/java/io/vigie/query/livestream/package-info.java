/** Tests of the live stream. */
@NullMarked
package io.vigie.query.livestream;

import org.jspecify.annotations.NullMarked;
