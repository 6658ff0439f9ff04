/** A version scores in shadow, for comparison, or does so no longer. */
@NullMarked
package io.vigie.command.challengemodel;

import org.jspecify.annotations.NullMarked;
