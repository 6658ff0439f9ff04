package io.vigie.query.modeldrift;

import io.vigie.contracts.sketch.Sketch;
import io.vigie.query.modeldrift.FieldDrift.Group;
import io.vigie.query.modeldrift.FieldDrift.Rates;
import io.vigie.query.modeldrift.Stability.Test;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The verdict on a field. The usual limits of the index, 0.1 and 0.25 (Siddiqi, Credit Risk Scorecards, Wiley 2006), count
 * only where chance is an unlikely reason; and with fewer than {@link #FEWEST} records on either side there is no verdict.
 */
final class Judging {

    /** Records that a window must have. */
    static final long FEWEST = 200;

    private static final double WATCH = 0.1;
    private static final double DRIFTED = 0.25;
    private static final double SIGNIFICANT = 0.01;
    private static final double LACKING_WATCH = 0.05;
    private static final double LACKING_DRIFTED = 0.15;

    private Judging() {}

    private record Judged(Verdict verdict, String why) {}

    /**
     * Compares both windows.
     *
     * @param category whether the document declares the field as one
     */
    static FieldDrift of(String field, boolean category, Sketch reference, Sketch current) {
        boolean asCategory = category || reference.bins().size() <= 2 && reference.values() > 0;
        Groups groups =
                asCategory && reference.bins().size() <= 20 ? Groups.single(reference) : Groups.equal(reference);
        long[] before = groups.counts(reference);
        long[] now = groups.counts(current);
        double index = Stability.index(withLacking(before, reference), withLacking(now, current));
        Test test = asCategory ? Stability.chiSquare(before, now) : Stability.kolmogorovSmirnov(reference, current);
        Judged judged = judged(reference, current, index, test);
        return new FieldDrift(
                field,
                asCategory ? "category" : "number",
                judged.verdict(),
                judged.why(),
                reference.records(),
                current.records(),
                index,
                test == null ? null : test.name(),
                test == null ? null : test.statistic(),
                test == null ? null : test.p(),
                rates(reference.missing(), reference, current.missing(), current),
                rates(reference.invalid(), reference, current.invalid(), current),
                rates(reference.outOfRange(), reference, current.outOfRange(), current),
                shown(groups, reference, current));
    }

    private static Judged judged(Sketch reference, Sketch current, double index, @Nullable Test test) {
        long fewer = Math.min(reference.records(), current.records());
        if (fewer < FEWEST) {
            String where = reference.records() < FEWEST ? "in the reference" : "in this window";
            return new Judged(
                    Verdict.TOO_FEW,
                    "No verdict: " + fewer + " records " + where + ", at least " + FEWEST + " are needed.");
        }
        double more = lacking(current) - lacking(reference);
        double other = Math.abs(more);
        Verdict byLack =
                other >= LACKING_DRIFTED ? Verdict.DRIFTED : other >= LACKING_WATCH ? Verdict.WATCH : Verdict.STABLE;
        boolean significant = isSignificant(test) || isSignificant(lackingTest(reference, current));
        Verdict byIndex =
                !significant || index < WATCH ? Verdict.STABLE : index >= DRIFTED ? Verdict.DRIFTED : Verdict.WATCH;
        if (byLack != Verdict.STABLE && byLack.compareTo(byIndex) >= 0) {
            return new Judged(
                    byLack,
                    String.format(
                            Locale.ROOT,
                            "%.1f points %s of the values are missing or invalid.",
                            other * 100,
                            more > 0 ? "more" : "fewer"));
        }
        if (byIndex != Verdict.STABLE) {
            return new Judged(
                    byIndex,
                    String.format(
                            Locale.ROOT,
                            "The stability index %.2f is %.2f or more, and chance would seldom bring that.",
                            index,
                            byIndex == Verdict.DRIFTED ? DRIFTED : WATCH));
        }
        return new Judged(
                Verdict.STABLE,
                index < WATCH
                        ? String.format(Locale.ROOT, "The stability index %.2f is below %.1f.", index, WATCH)
                        : String.format(Locale.ROOT, "The stability index %.2f may be chance.", index));
    }

    private static boolean isSignificant(@Nullable Test test) {
        return test != null && test.p() < SIGNIFICANT;
    }

    /** The index counts what is missing and invalid, too, and the test of the values doesn't. */
    private static @Nullable Test lackingTest(Sketch reference, Sketch current) {
        return Stability.chiSquare(
                new long[] {reference.values(), reference.missing(), reference.invalid()},
                new long[] {current.values(), current.missing(), current.invalid()});
    }

    private static double lacking(Sketch sketch) {
        return (double) (sketch.missing() + sketch.invalid()) / sketch.records();
    }

    private static long[] withLacking(long[] counts, Sketch sketch) {
        long[] all = Arrays.copyOf(counts, counts.length + 2);
        all[counts.length] = sketch.missing();
        all[counts.length + 1] = sketch.invalid();
        return all;
    }

    private static Rates rates(long before, Sketch reference, long now, Sketch current) {
        return new Rates(share(before, reference.records()), share(now, current.records()));
    }

    private static @Nullable Double share(long part, long all) {
        return all == 0 ? null : (double) part / all;
    }

    private static List<Group> shown(Groups groups, Sketch reference, Sketch current) {
        if (reference.values() == 0 || Math.min(reference.records(), current.records()) < FEWEST) {
            return List.of();
        }
        long[] before = groups.counts(reference);
        long[] now = groups.counts(current);
        List<Group> shown = new ArrayList<>();
        for (int group = 0; group < groups.size(); group++) {
            if (before[group] + now[group] > 0) {
                Double is = share(now[group], current.values());
                shown.add(new Group(
                        groups.from(group, reference),
                        groups.to(group, reference),
                        (double) before[group] / reference.values(),
                        is == null ? 0 : is));
            }
        }
        return shown;
    }
}
