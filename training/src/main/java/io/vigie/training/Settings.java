package io.vigie.training;

import io.vigie.training.fit.Master;
import io.vigie.training.judge.Capacity;
import io.vigie.training.prepare.Columns;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a run was asked for.
 *
 * @param capacity how many rows can be looked after; as many as there are positives when null
 * @param patience for how long a cluster may give no worker
 */
record Settings(
        String name,
        String target,
        Columns columns,
        int folds,
        int repeats,
        long seed,
        boolean quick,
        @Nullable Capacity capacity,
        Master master,
        Duration patience,
        String by) {

    /** Into how many parts a training part is cut to choose a setting. */
    int innerFolds() {
        return quick ? 2 : 3;
    }
}
