/** Shares of players in the worth of a game, for games that are too large to ask for every coalition. */
@NullMarked
package io.vigie.pmml.explain;

import org.jspecify.annotations.NullMarked;
