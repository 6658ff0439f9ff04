/** One use case: every client event, and the passing of time, becomes a score. */
@NullMarked
package io.vigie.scoring.scoreclient;

import org.jspecify.annotations.NullMarked;
