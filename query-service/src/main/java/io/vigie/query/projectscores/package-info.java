/** Score records become the risk of a client and the history of its scores. */
@NullMarked
package io.vigie.query.projectscores;

import org.jspecify.annotations.NullMarked;
