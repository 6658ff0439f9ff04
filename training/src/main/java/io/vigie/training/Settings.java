package io.vigie.training;

import io.vigie.training.judge.Capacity;
import io.vigie.training.prepare.Columns;
import org.jspecify.annotations.Nullable;

/**
 * What a run was asked for.
 *
 * @param capacity how many rows can be looked after; as many as there are positives when null
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
        String master,
        String by) {

    /** Into how many parts a training part is cut to choose a setting. */
    int innerFolds() {
        return quick ? 2 : 3;
    }
}
