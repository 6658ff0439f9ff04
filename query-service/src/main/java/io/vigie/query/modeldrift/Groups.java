package io.vigie.query.modeldrift;

import io.vigie.contracts.sketch.Bins;
import io.vigie.contracts.sketch.Sketch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Neighbouring bins put together.
 *
 * @param last the last bin of each group but the last, which has no end; ascending
 */
record Groups(List<Integer> last) {

    private static final int MOST = 10;

    /** At most ten of about equal mass in the reference; a value that many records share isn't divided. */
    static Groups equal(Sketch reference) {
        List<Integer> ends = new ArrayList<>();
        long all = reference.values();
        long before = 0;
        long tenth = 1;
        for (Map.Entry<Integer, Long> bin : reference.bins().entrySet()) {
            before += bin.getValue();
            if (before * MOST >= all * tenth) {
                ends.add(bin.getKey());
                // One value may be several tenths.
                tenth = before * MOST / all + 1;
            }
        }
        return of(ends);
    }

    /** Each bin of either its own. */
    static Groups single(Sketch reference, Sketch current) {
        TreeSet<Integer> bins = new TreeSet<>(reference.bins().keySet());
        bins.addAll(current.bins().keySet());
        return of(new ArrayList<>(bins));
    }

    private static Groups of(List<Integer> ends) {
        return new Groups(List.copyOf(ends.subList(0, Math.max(0, ends.size() - 1))));
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

    /** Where each begins and ends, as far as either has values: an edge more than there are groups. */
    double[] edges(Sketch reference, Sketch current) {
        SortedMap<Integer, Long> bins = new TreeMap<>(reference.bins());
        bins.putAll(current.bins());
        double[] edges = new double[size() + 1];
        if (bins.isEmpty()) {
            return edges;
        }
        edges[0] = Bins.lower(bins.firstKey());
        for (int group = 0; group < last.size(); group++) {
            edges[group + 1] = Bins.upper(last.get(group));
        }
        edges[size()] = Bins.upper(bins.lastKey());
        return edges;
    }
}
