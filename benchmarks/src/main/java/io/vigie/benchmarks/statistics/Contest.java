package io.vigie.benchmarks.statistics;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Contenders that take turns, A B C A B C, so that whatever slows the machine down for a while slows all of them. Each
 * gets the same number of rounds to warm up first.
 */
public final class Contest {

    /** One turn of one contender. */
    @FunctionalInterface
    public interface Round {
        /** How much was done per second. */
        double perSecond() throws Exception;
    }

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

    /** Runs it. */
    public Results run(int warmUps, int rounds) throws Exception {
        Map<String, List<Double>> rates = new LinkedHashMap<>();
        for (int number = 1 - warmUps; number <= rounds; number++) {
            for (Map.Entry<String, Round> contender : contenders.entrySet()) {
                double rate = contender.getValue().perSecond();
                progress.printf(
                        Locale.ROOT,
                        "  %s %-24s %,12.0f/s%n",
                        number < 1 ? "warm-up " : "round %2d".formatted(number),
                        contender.getKey(),
                        rate);
                if (number >= 1) {
                    rates.computeIfAbsent(contender.getKey(), name -> new ArrayList<>())
                            .add(rate);
                }
            }
        }
        return new Results(rates);
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
