package io.vigie.query.modeldrift;

import io.vigie.contracts.sketch.Bins;
import io.vigie.contracts.sketch.Sketch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Neighbouring bins put together.
 *
 * @param last the last bin of each group but the last, which has no end; ascending
 */
record Groups(List<Integer> last) {

    private static final int MOST = 10;

    /**
     * About ten of about equal mass in the reference. A value that a tenth of the records or more share has its own, so that
     * what comes beside it is seen; at the ends of the reference, too.
     */
    static Groups equal(Sketch reference) {
        List<Integer> ends = new ArrayList<>();
        long all = reference.values();
        long before = 0;
        long tenth = 1;
        boolean open = true;
        boolean heavy = false;
        for (Map.Entry<Integer, Long> bin : reference.bins().entrySet()) {
            heavy = bin.getValue() * MOST >= all;
            if (heavy && open) {
                ends.add(bin.getKey() - 1);
            }
            before += bin.getValue();
            open = !heavy && before * MOST < all * tenth;
            if (!open) {
                ends.add(bin.getKey());
                // One value may be several tenths.
                tenth = before * MOST / all + 1;
            }
        }
        return new Groups(List.copyOf(heavy ? ends : ends.subList(0, Math.max(0, ends.size() - 1))));
    }

    /** Each value of the reference its own, and what lies between, before and behind them. */
    static Groups single(Sketch reference) {
        TreeSet<Integer> ends = new TreeSet<>();
        reference.bins().keySet().forEach(bin -> {
            ends.add(bin - 1);
            ends.add(bin);
        });
        return new Groups(List.copyOf(ends));
    }

    /** How many there are. */
    int size() {
        return last.size() + 1;
    }

    /** Records with a value in each. */
    long[] counts(Sketch sketch) {
        long[] counts = new long[size()];
        sketch.bins().forEach((bin, count) -> counts[of(bin)] += count);
        return counts;
    }

    private int of(int bin) {
        int group = 0;
        while (group < last.size() && bin > last.get(group)) {
            group++;
        }
        return group;
    }

    /** Where a group begins: null for one that takes all that is below the reference. */
    @Nullable
    Double from(int group, Sketch reference) {
        if (group > 0) {
            return Bins.upper(last.get(group - 1));
        }
        int first = reference.bins().firstKey();
        return !last.isEmpty() && last.get(0) < first ? null : Double.valueOf(Bins.lower(first));
    }

    /** Where a group ends: null for one that takes all that is above the reference. */
    @Nullable
    Double to(int group, Sketch reference) {
        if (group < last.size()) {
            return Bins.upper(last.get(group));
        }
        int end = reference.bins().lastKey();
        return !last.isEmpty() && last.get(last.size() - 1) >= end ? null : Double.valueOf(Bins.upper(end));
    }
}
