/** Everybody makes and revokes tokens of their own. */
@NullMarked
package io.vigie.access.managetokens;

import org.jspecify.annotations.NullMarked;
