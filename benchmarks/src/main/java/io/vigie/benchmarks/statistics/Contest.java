package io.vigie.benchmarks.statistics;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Contenders that take turns, A B C C B A, so that whatever slows the machine down for a while slows all of them, and none
 * has the better place in the round each time. Each gets the same number of rounds to warm up first, where there are enough until none of them gets faster any more: a contest that begins while the
 * compiler is done with one and not with the other measures the compiler.
 */
public final class Contest {

    /** One turn of one contender. */
    @FunctionalInterface
    public interface Round {
        /** How much was done per second. */
        double perSecond() throws Exception;
    }

    private static final int AT_MOST = 4;

    /** Rounds that are compared with as many before them. */
    private static final int WINDOW = 4;

    private static final double NOTICEABLY = 1.03;

    private final Map<String, Round> contenders = new LinkedHashMap<>();
    private final PrintStream progress;

    /** Tells {@code progress} how each round went. */
    public Contest(PrintStream progress) {
        this.progress = progress;
    }

    /** Adds a contender. */
    public Contest with(String name, Round round) {
        contenders.put(name, round);
        return this;
    }

    /**
     * Runs it.
     *
     * @param warmUps rounds of each contender that don't count, at least; at most {@value #AT_MOST} times as many while
     *     somebody gets faster. So few that it can't be told are never prolonged
     */
    public Results run(int warmUps, int rounds) throws Exception {
        Map<String, List<Double>> warming = new LinkedHashMap<>();
        for (int number = 1; number <= warmUps || (number <= AT_MOST * warmUps && isWarming(warming)); number++) {
            round(number, "warm-up", warming);
        }
        Map<String, List<Double>> rates = new LinkedHashMap<>();
        for (int number = 1; number <= rounds; number++) {
            round(number, "round %2d".formatted(number), rates);
        }
        return new Results(rates);
    }

    private void round(int number, String what, Map<String, List<Double>> rates) throws Exception {
        List<Map.Entry<String, Round>> turns = new ArrayList<>(contenders.entrySet());
        if (number % 2 == 0) {
            Collections.reverse(turns);
        }
        for (Map.Entry<String, Round> contender : turns) {
            double rate = contender.getValue().perSecond();
            progress.printf(Locale.ROOT, "  %-8s %-24s %,12.0f/s%n", what, contender.getKey(), rate);
            rates.computeIfAbsent(contender.getKey(), name -> new ArrayList<>()).add(rate);
        }
    }

    private static boolean isWarming(Map<String, List<Double>> rates) {
        return rates.values().stream().anyMatch(Contest::isGettingFaster);
    }

    private static boolean isGettingFaster(List<Double> rates) {
        int end = rates.size();
        return end >= 2 * WINDOW
                && median(rates.subList(end - WINDOW, end))
                        > NOTICEABLY * median(rates.subList(end - 2 * WINDOW, end - WINDOW));
    }

    private static double median(List<Double> rates) {
        return Samples.of(rates).median();
    }

    /**
     * What each contender did per second.
     *
     * @param rates by contender, by round
     */
    public record Results(Map<String, List<Double>> rates) {

        /** The median of a contender's rounds. */
        public double median(String contender) {
            return Samples.of(of(contender)).median();
        }

        /** The median over all rounds of what one did as a multiple of what the other did in the same round. */
        public double ratio(String contender, String peer) {
            List<Double> ours = of(contender);
            List<Double> theirs = of(peer);
            List<Double> ratios = new ArrayList<>();
            for (int round = 0; round < ours.size(); round++) {
                ratios.add(ours.get(round) / theirs.get(round));
            }
            return Samples.of(ratios).median();
        }

        private List<Double> of(String contender) {
            return rates.getOrDefault(contender, List.of());
        }
    }
}
