package io.vigie.query.modelquality;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Figures by their definitions, pair by pair. */
public final class Exact {

    private static final double Z = 1.959963984540054;

    private final List<One> all;

    /** Of these scores. */
    public Exact(List<One> all) {
        this.all = List.copyOf(all);
    }

    /** A score and what became of it. */
    public record One(String clientId, int month, double probability, boolean flagged, boolean left) {}

    private Stream<One> those(Predicate<One> which) {
        return all.stream().filter(which);
    }

    /** How many there are. */
    public long count(Predicate<One> which) {
        return those(which).count();
    }

    /** How many clients they are of. */
    public long clients(Predicate<One> which) {
        return those(which).map(One::clientId).distinct().count();
    }

    /** The area under the curve. */
    public double auc() {
        return those(One::left).mapToDouble(one -> beats(one, false)).average().orElseThrow();
    }

    /** Share of the scores of the other outcome that it is above, or below if it stayed. */
    private double beats(One one, boolean of) {
        return those(other -> other.left() == of)
                .mapToDouble(other -> {
                    double ahead = one.left()
                            ? one.probability() - other.probability()
                            : other.probability() - one.probability();
                    return ahead > 0 ? 1 : ahead == 0 ? 0.5 : 0;
                })
                .average()
                .orElseThrow();
    }

    /** The variance of the area, each client counted once. */
    public double variance() {
        return spread(true) / clients(One::left) + spread(false) / clients(one -> !one.left());
    }

    private double spread(boolean left) {
        double[] shares = those(one -> one.left() == left)
                .mapToDouble(one -> beats(one, !left))
                .toArray();
        double mean = auc();
        double squares = 0;
        for (double share : shares) {
            squares += (share - mean) * (share - mean);
        }
        return squares / (shares.length - 1);
    }

    /** Mean probability. */
    public double predicted() {
        return all.stream().mapToDouble(One::probability).average().orElseThrow();
    }

    /** Mean squared difference. */
    public double brier() {
        return all.stream()
                .mapToDouble(one -> Math.pow(one.probability() - (one.left() ? 1 : 0), 2))
                .average()
                .orElseThrow();
    }

    /** Mean surprise. */
    public double logLoss() {
        return all.stream()
                .mapToDouble(one -> -Math.log(one.left() ? one.probability() : 1 - one.probability()))
                .average()
                .orElseThrow();
    }

    /** The lower end of the interval of the share that left among some: where it is as far away as its error allows. */
    public double wilsonLow(Predicate<One> which) {
        double share = (double) count(which.and(One::left)) / count(which);
        double n = count(which) * (double) (clients(One::left) + clients(one -> !one.left())) / all.size();
        double low = 0;
        double high = share;
        for (int i = 0; i < 100; i++) {
            double middle = (low + high) / 2;
            if (share - middle > Z * Math.sqrt(middle * (1 - middle) / n)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
