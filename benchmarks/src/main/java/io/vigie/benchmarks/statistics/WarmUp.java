package io.vigie.benchmarks.statistics;

import java.io.PrintStream;
import java.util.Locale;

/**
 * Rounds of an open-loop load that don't count, while they get noticeably faster: a system of several services compiles for
 * minutes, and whoever measures it meanwhile measures the compiler.
 */
public final class WarmUp {

    /** One round of the load. */
    @FunctionalInterface
    public interface Round {
        /** What its commands took, in milliseconds. */
        Samples milliseconds() throws Exception;
    }

    /** Of rounds; the first is the coldest. */
    static final int AT_MOST = 8;

    /** What the median of a round has to fall below, as a share of the last one that was noticeably better. */
    private static final double NOTICEABLY = 0.9;

    /** Rounds without a better one, after which nothing is expected to get faster. */
    private static final int NO_BETTER = 2;

    private final PrintStream progress;

    /** Tells {@code progress} how each round went. */
    public WarmUp(PrintStream progress) {
        this.progress = progress;
    }

    /**
     * How it went.
     *
     * @param rounds how many there were
     * @param coldest the first one
     */
    public record Done(int rounds, Samples coldest) {}

    /**
     * Runs rounds until the medians of two in a row are not noticeably (a tenth) better than the best before them, and
     * {@value #AT_MOST} at most.
     */
    public Done run(Round round) throws Exception {
        Samples coldest = round.milliseconds();
        tell(1, coldest);
        double least = coldest.median();
        int noBetter = 0;
        int rounds = 1;
        while (rounds < AT_MOST && noBetter < NO_BETTER) {
            Samples next = round.milliseconds();
            rounds++;
            tell(rounds, next);
            if (next.median() < NOTICEABLY * least) {
                least = next.median();
                noBetter = 0;
            } else {
                noBetter++;
            }
        }
        return new Done(rounds, coldest);
    }

    private void tell(int number, Samples round) {
        progress.printf(
                Locale.ROOT,
                "  warm-up %d %,8.0f ms p50 %,8.0f ms p95%n",
                number,
                round.median(),
                round.percentile(0.95));
    }
}
