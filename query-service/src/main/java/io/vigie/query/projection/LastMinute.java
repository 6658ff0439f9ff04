package io.vigie.query.projection;

/**
 * Durations of the last sixty seconds, counted in steps of an eighth: a percentile is told as the upper end of its step, up
 * to an eighth too long. Its room doesn't grow. Safe for use by several threads.
 */
final class LastMinute {

    private static final int SECONDS = 60;

    /** Steps to a doubling. */
    private static final int FINE = 8;

    /** Up to 2^24 milliseconds, four and a half hours; what took longer is counted there. */
    private static final int STEPS = FINE * 22 + 1;

    private final int[][] counts = new int[SECONDS][STEPS];
    private final long[] seconds = new long[SECONDS];

    /** One more that ended in that second; a clock that goes back makes no negative one. */
    synchronized void add(long second, long millis) {
        int slot = (int) Math.floorMod(second, SECONDS);
        if (seconds[slot] != second) {
            java.util.Arrays.fill(counts[slot], 0);
            seconds[slot] = second;
        }
        counts[slot][step(Math.max(0, millis))]++;
    }

    /** Of those that ended in the sixty seconds up to this one. */
    synchronized Percentiles told(long second) {
        long[] sums = new long[STEPS];
        long all = 0;
        for (int slot = 0; slot < SECONDS; slot++) {
            if (seconds[slot] > second - SECONDS && seconds[slot] <= second) {
                for (int step = 0; step < STEPS; step++) {
                    sums[step] += counts[slot][step];
                    all += counts[slot][step];
                }
            }
        }
        return all == 0
                ? Percentiles.NONE
                : new Percentiles(all, end(sums, all, 0.5), end(sums, all, 0.95), end(sums, all, 0.99));
    }

    private static double end(long[] sums, long all, double share) {
        long wanted = (long) Math.ceil(all * share);
        long so = 0;
        for (int step = 0; step < STEPS; step++) {
            so += sums[step];
            if (so >= wanted) {
                return highest(step);
            }
        }
        return highest(STEPS - 1);
    }

    /** Below 8 each whole number is a step; above, each doubling has eight. */
    static int step(long millis) {
        if (millis < FINE) {
            return (int) millis;
        }
        int doublings = 63 - Long.numberOfLeadingZeros(millis) - 3;
        return Math.min(STEPS - 1, FINE * (doublings + 1) + (int) (millis >> doublings) - FINE);
    }

    /** The longest of a step. */
    static long highest(int step) {
        if (step < FINE) {
            return step;
        }
        int doublings = step / FINE - 1;
        return ((long) (step % FINE + FINE + 1) << doublings) - 1;
    }
}
