package io.vigie.contracts.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The shares of a score as people are told them: the largest by name, the rest in one sum.
 *
 * @param listed at most three, the largest contributions first
 * @param other the sum of all contributions that aren't listed; base value + listed + other = probability
 */
public record Reasons(List<Reason> listed, double other) {

    /**
     * Never listed: account managers were given at random where the model learned, so its share is no reason that anybody
     * could act on. It counts under {@code other}.
     */
    public static final String NEVER_LISTED = "Account_Manager";

    private static final int MOST = 3;

    /** Copies the list. */
    public Reasons {
        listed = List.copyOf(listed);
    }

    /**
     * What people are told of these shares.
     *
     * @param contributions of every feature, on the probability
     * @param features their values
     */
    public static Reasons of(Map<String, Double> contributions, Map<String, Double> features) {
        List<Reason> reasons = new ArrayList<>(contributions.size());
        double other = 0;
        for (Map.Entry<String, Double> share : contributions.entrySet()) {
            String feature = share.getKey();
            if (feature.equals(NEVER_LISTED)) {
                other += share.getValue();
            } else if (share.getValue() != 0) {
                reasons.add(new Reason(feature, features.getOrDefault(feature, Double.NaN), share.getValue()));
            }
        }
        reasons.sort(Comparator.comparingDouble(reason -> -Math.abs(reason.contribution())));
        int most = Math.min(MOST, reasons.size());
        List<Reason> listed = reasons.subList(0, most);
        // Added up and not what is left of a sum: where all are listed nothing is left, not even of rounding.
        for (Reason reason : reasons.subList(most, reasons.size())) {
            other += reason.contribution();
        }
        return new Reasons(listed, other);
    }
}
