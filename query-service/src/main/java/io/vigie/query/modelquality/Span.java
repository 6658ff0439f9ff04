package io.vigie.query.modelquality;

import io.vigie.query.modelquality.ModelQuality.Cohort;
import io.vigie.query.modelquality.ModelQuality.Measures;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What is added up of the scores of some months. */
final class Span {

    static final int LEAST_CLIENTS = 10;

    final int from;
    final int to;
    private final Ranks ranks = new Ranks();
    private long clientsLeft;
    private long clientsStayed;

    /** From one month to another, both included. */
    Span(int from, int to) {
        this.from = from;
        this.to = to;
    }

    /** Whether the scores of that month are in it. */
    boolean has(int month) {
        return month >= from && month <= to;
    }

    /** A client's score, and the month of the one before it with the same outcome, -1 for none: it may be the first here. */
    void count(boolean left, int before) {
        if (before < from) {
            clientsLeft += left ? 1 : 0;
            clientsStayed += left ? 0 : 1;
        }
    }

    /** All scores of the next higher probability, by month; there are none before and behind two months. */
    void rank(long[] left, long[] stayed, int first, int last) {
        double some = 0;
        double others = 0;
        for (int month = Math.max(from, first); month <= Math.min(to, last); month++) {
            some += left[month];
            others += stayed[month];
        }
        if (some + others > 0) {
            ranks.take(some, others);
        }
    }

    private double sum(double[] sums) {
        return Arrays.stream(sums, from, to + 1).sum();
    }

    Cohort told(Sums sums) {
        long scores = Math.round(sum(sums.scores));
        long left = Math.round(sum(sums.left));
        long flagged = Math.round(sum(sums.flagged));
        String why = why(scores);
        return new Cohort(
                scores, left, flagged, clientsLeft, clientsStayed, why, why == null ? measures(sums, scores) : null);
    }

    private Measures measures(Sums sums, double scores) {
        double flagged = sum(sums.flagged);
        double found = sum(sums.found);
        double left = sum(sums.left);
        return new Measures(
                ranks.area(clientsLeft, clientsStayed),
                sum(sums.probabilities) / scores,
                Figure.share(left, scores, weight(scores)),
                sum(sums.squares) / scores,
                sum(sums.logLoss) / scores,
                flagged == 0 ? null : Figure.share(found, flagged, weight(scores)),
                found / left);
    }

    /** What a score counts when each client counts once. */
    double weight(double scores) {
        return Math.min(1, (clientsLeft + clientsStayed) / scores);
    }

    private @Nullable String why(long scores) {
        if (scores == 0) {
            return "Not enough evidence: no score of these months has its outcome yet.";
        }
        if (clientsLeft >= LEAST_CLIENTS && clientsStayed >= LEAST_CLIENTS) {
            return null;
        }
        return "Not enough evidence: it takes " + LEAST_CLIENTS
                + " clients that left and as many that stayed; there are " + clientsLeft + " and " + clientsStayed
                + ".";
    }

    /** By month, of all scores. */
    static final class Sums {
        final double[] scores;
        final double[] left;
        final double[] flagged;
        final double[] found;
        final double[] probabilities;
        final double[] squares;
        final double[] logLoss;

        Sums(int months) {
            scores = new double[months];
            left = new double[months];
            flagged = new double[months];
            found = new double[months];
            probabilities = new double[months];
            squares = new double[months];
            logLoss = new double[months];
        }

        void take(JudgedScore score, int month) {
            scores[month]++;
            left[month] += score.left() ? 1 : 0;
            flagged[month] += score.flagged() ? 1 : 0;
            found[month] += score.flagged() && score.left() ? 1 : 0;
            probabilities[month] += score.probability();
            double miss = score.probability() - (score.left() ? 1 : 0);
            squares[month] += miss * miss;
            logLoss[month] -= Math.log(Math.max(LEAST, score.left() ? score.probability() : 1 - score.probability()));
        }

        /** What is said of something impossible that happens; else one such score were infinitely bad. */
        private static final double LEAST = 1e-15;
    }
}
