package io.vigie.contracts.features;

import io.vigie.contracts.score.Reasons;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the churn model is given, by the names of the public churn data. */
public final class ChurnFeatures {

    /** Name of the model that scores clients; a version of it is taken only if its answer is the risk of one. */
    public static final String MODEL = "churn";

    /** In their order: whole years, an amount, 0 or 1, years, a count. */
    public static final List<String> NAMES =
            List.of("Age", "Total_Purchase", Reasons.NEVER_LISTED, "Years", "Num_Sites");

    private static final double DAYS_PER_YEAR = 365.25;
    private static final long SECONDS_PER_DAY = 86_400;

    private ChurnFeatures() {}

    /** The values at an instant, in the order of {@link #NAMES}. */
    public static double[] at(ClientFacts facts, Instant instant) {
        double years = Double.isNaN(facts.years())
                ? (day(instant) - facts.onboardedOn()) / DAYS_PER_YEAR
                : facts.years() + (day(instant) - facts.registeredOn()) / DAYS_PER_YEAR;
        return new double[] {facts.age(), facts.totalPurchase(), facts.managed() ? 1 : 0, years, facts.numSites()};
    }

    /** The same by name. */
    public static Map<String, Double> named(double[] values) {
        Map<String, Double> named = new LinkedHashMap<>();
        for (int index = 0; index < values.length; index++) {
            named.put(NAMES.get(index), values[index]);
        }
        return Collections.unmodifiableMap(named);
    }

    /** Whole days since 1970, UTC. */
    public static long day(Instant instant) {
        return Math.floorDiv(instant.getEpochSecond(), SECONDS_PER_DAY);
    }
}
