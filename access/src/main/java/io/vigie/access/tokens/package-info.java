/** Tokens of Vigie's own: made, found again, revoked. */
@NullMarked
package io.vigie.access.tokens;

import org.jspecify.annotations.NullMarked;
