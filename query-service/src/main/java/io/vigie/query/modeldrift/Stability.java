package io.vigie.query.modeldrift;

import io.vigie.contracts.sketch.Sketch;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.hipparchus.stat.inference.ChiSquareTest;
import org.hipparchus.stat.inference.KolmogorovSmirnovTest;
import org.jspecify.annotations.Nullable;

/** How far two distributions are apart, and whether that may be chance. */
final class Stability {

    private static final double EXACT_ENOUGH = 1e-12;
    /** Below this p is 1 to all digits, and the series would take ever more terms to say so. */
    private static final double AS_GOOD_AS_NONE = 0.1;

    private static final int MOST_TERMS = 100_000;

    private Stability() {}

    /**
     * A test of both being of one origin.
     *
     * @param name {@code kolmogorov-smirnov} or {@code chi-square}
     * @param statistic the largest distance of the distribution functions, 0–1; or chi-square, from 0
     * @param p how often chance alone would bring as much, 0–1
     */
    record Test(String name, double statistic, double p) {}

    /**
     * Population stability index: the sum of (current − reference) · ln(current / reference) over the shares of all groups
     * (Siddiqi, Credit Risk Scorecards, Wiley 2006). Half a record is added to each group, so that an empty one counts, but not
     * without bounds.
     *
     * @param reference records in each group
     * @param current records in each group, as many groups
     */
    static double index(long[] reference, long[] current) {
        double before = total(reference) + reference.length / 2.0;
        double now = total(current) + current.length / 2.0;
        double index = 0;
        for (int group = 0; group < reference.length; group++) {
            double was = (reference[group] + 0.5) / before;
            double is = (current[group] + 0.5) / now;
            index += (is - was) * Math.log(is / was);
        }
        return index;
    }

    private static double total(long[] counts) {
        double total = 0;
        for (long count : counts) {
            total += count;
        }
        return total;
    }

    /**
     * Two-sample Kolmogorov–Smirnov on the ends of bins, with the asymptotic p. Values of one bin can't be told apart, so the
     * distance is never larger than that of the values themselves. Null without values on both sides.
     */
    static @Nullable Test kolmogorovSmirnov(Sketch reference, Sketch current) {
        double before = reference.values();
        double now = current.values();
        if (before == 0 || now == 0) {
            return null;
        }
        TreeSet<Integer> bins = new TreeSet<>(reference.bins().keySet());
        bins.addAll(current.bins().keySet());
        double was = 0;
        double is = 0;
        double distance = 0;
        for (Integer bin : bins) {
            was += reference.bins().getOrDefault(bin, 0L);
            is += current.bins().getOrDefault(bin, 0L);
            distance = Math.max(distance, Math.abs(was / before - is / now));
        }
        double t = distance * Math.sqrt(before * now / (before + now));
        double p = t < AS_GOOD_AS_NONE ? 1 : 1 - new KolmogorovSmirnovTest().ksSum(t, EXACT_ENOUGH, MOST_TERMS);
        return new Test("kolmogorov-smirnov", distance, Math.min(1, Math.max(0, p)));
    }

    /** Chi-square of two samples in the same groups. Null without values on both sides. */
    static @Nullable Test chiSquare(long[] reference, long[] current) {
        if (total(reference) == 0 || total(current) == 0) {
            return null;
        }
        List<Integer> filled = new ArrayList<>();
        for (int group = 0; group < reference.length; group++) {
            if (reference[group] + current[group] > 0) {
                filled.add(group);
            }
        }
        if (filled.size() < 2) {
            return new Test("chi-square", 0, 1);
        }
        long[] before = filled.stream().mapToLong(group -> reference[group]).toArray();
        long[] now = filled.stream().mapToLong(group -> current[group]).toArray();
        ChiSquareTest test = new ChiSquareTest();
        return new Test(
                "chi-square",
                test.chiSquareDataSetsComparison(before, now),
                test.chiSquareTestDataSetsComparison(before, now));
    }
}
