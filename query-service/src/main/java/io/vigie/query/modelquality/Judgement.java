package io.vigie.query.modelquality;

import io.vigie.query.modelquality.ModelQuality.Calibration;
import io.vigie.query.modelquality.ModelQuality.Cohort;
import io.vigie.query.modelquality.ModelQuality.Measures;
import io.vigie.query.modelquality.ModelQuality.RollingPoint;
import io.vigie.query.modelquality.ModelQuality.Tenth;
import io.vigie.query.modelquality.Span.Sums;
import io.vigie.web.Rejected;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Judges matured scores: the months at once and each window. Of a score it remembers nothing but the probability. */
final class Judgement {

    private static final int TENTHS = 10;

    private final Months months;
    private final Span all;
    private final List<Span> windows = new ArrayList<>();
    private final Sums sums;
    private final List<Probabilities> probabilities = new ArrayList<>();
    private final long[] tenth = new long[TENTHS];
    private final long[] tenthLeft = new long[TENTHS];
    private final double[] tenthSum = new double[TENTHS];
    private String client = "";
    private int leftBefore = -1;
    private int stayedBefore = -1;

    Judgement(Months months) {
        this.months = months;
        int needed = months.needed();
        this.all = new Span(months.window() - 1, needed - 1);
        for (int first = 0; first < months.told(); first++) {
            windows.add(new Span(first, first + months.window() - 1));
        }
        this.sums = new Sums(needed);
        for (int month = 0; month < needed; month++) {
            probabilities.add(new Probabilities(month, false));
            probabilities.add(new Probabilities(month, true));
        }
    }

    /** Takes the next one: a client's are together, in the order of their months. */
    void take(JudgedScore score) {
        int month = months.index(score.month());
        boolean left = score.left();
        if (!score.clientId().equals(client)) {
            client = score.clientId();
            leftBefore = -1;
            stayedBefore = -1;
        }
        int before = left ? leftBefore : stayedBefore;
        leftBefore = left ? month : leftBefore;
        stayedBefore = left ? stayedBefore : month;
        sums.take(score, month);
        probabilities.get(2 * month + (left ? 1 : 0)).add(score.probability());
        windowsWith(month, month).forEach(window -> window.count(left, before));
        if (all.has(month)) {
            all.count(left, before);
            int place = Math.min(TENTHS - 1, (int) (score.probability() * TENTHS));
            tenth[place]++;
            tenthLeft[place] += left ? 1 : 0;
            tenthSum[place] += score.probability();
        }
    }

    private List<Span> windowsWith(int first, int last) {
        return windows.subList(
                Math.min(windows.size(), Math.max(0, first - months.window() + 1)), Math.min(windows.size(), last + 1));
    }

    /** Goes over all probabilities from the lowest up, those that are alike together. */
    private void rank(Limits limits) {
        PriorityQueue<Probabilities> lowest = new PriorityQueue<>();
        probabilities.forEach(Probabilities::sort);
        probabilities.stream().filter(some -> !some.isOver()).forEach(lowest::add);
        long[] left = new long[months.needed()];
        long[] stayed = new long[months.needed()];
        int steps = 0;
        while (!lowest.isEmpty()) {
            limits.check(++steps);
            double probability = lowest.element().lowest();
            int first = months.needed();
            int last = 0;
            while (!lowest.isEmpty() && lowest.element().lowest() == probability) {
                Probabilities some = lowest.remove();
                first = Math.min(first, some.month);
                last = Math.max(last, some.month);
                (some.left ? left : stayed)[some.month] = some.takeLowest();
                if (!some.isOver()) {
                    lowest.add(some);
                }
            }
            for (Span window : windowsWith(first, last)) {
                window.rank(left, stayed, first, last);
            }
            all.rank(left, stayed, first, last);
            Arrays.fill(left, first, last + 1, 0);
            Arrays.fill(stayed, first, last + 1, 0);
        }
    }

    /**
     * What comes of them, after the last score; once.
     *
     * @throws Rejected 503 when it takes too long
     */
    Told told(Limits limits) {
        rank(limits);
        Cohort matured = all.told(sums);
        List<RollingPoint> rolling = windows.stream()
                .map(window -> new RollingPoint(
                        months.at(window.from).toString(), months.at(window.to).toString(), window.told(sums)))
                .toList();
        Measures measures = matured.measures();
        return new Told(matured, measures == null ? null : calibration(matured.scores(), measures), rolling);
    }

    /**
     * What there is to tell.
     *
     * @param matured the months at once
     * @param calibration of them; null where they have no measures
     * @param rolling each window
     */
    record Told(Cohort matured, @Nullable Calibration calibration, List<RollingPoint> rolling) {}

    private Calibration calibration(long scores, Measures measures) {
        double weight = all.weight(scores);
        List<Tenth> tenths = new ArrayList<>();
        for (int i = 0; i < TENTHS; i++) {
            if (tenth[i] > 0) {
                tenths.add(new Tenth(
                        i / 10.0,
                        (i + 1) / 10.0,
                        tenth[i],
                        tenthSum[i] / tenth[i],
                        Figure.share(tenthLeft[i], tenth[i], weight)));
            }
        }
        Figure observed = measures.observed();
        return new Calibration(measures.predicted(), observed, observed.value() - measures.predicted(), tenths);
    }
}
