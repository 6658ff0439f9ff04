package io.vigie.scoring.scoreclient;

import java.util.OptionalLong;

/** How far the client events have been scored, as far as that is committed. */
@FunctionalInterface
public interface EventPositions {

    /**
     * Offset of the first event of the partition that isn't scored, 0 when none is; empty when nobody can tell at the
     * moment.
     */
    OptionalLong committed(int partition);
}
