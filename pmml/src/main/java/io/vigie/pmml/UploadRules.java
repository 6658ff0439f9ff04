package io.vigie.pmml;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an uploaded document must keep to besides what holds for all.
 *
 * @param suppliable names of the inputs that will be given; empty when any input may be asked for
 * @param trials real records, each of which must get an answer
 * @param budget the processor time that the whole check may take for a document of up to a megabyte; a larger one gets so much
 *     for each
 */
public record UploadRules(Optional<Set<String>> suppliable, List<Map<String, Object>> trials, Duration budget) {

    /** For a document of a megabyte. */
    public static final Duration BUDGET = Duration.ofSeconds(2);

    private static final int MEGABYTE = 1_000_000;
    private static final int MOST_BUDGETS = 10;

    /** Copies. */
    public UploadRules {
        suppliable = suppliable.map(Set::copyOf);
        List<Map<String, Object>> copies = new ArrayList<>();
        trials.forEach(trial -> copies.add(Collections.unmodifiableMap(new LinkedHashMap<>(trial))));
        trials = Collections.unmodifiableList(copies);
    }

    /** Any inputs, no real records, two seconds a megabyte. */
    public static UploadRules any() {
        return new UploadRules(Optional.empty(), List.of(), BUDGET);
    }

    /** What a document of this size gets, at most ten times the budget. */
    Duration budget(int bytes) {
        return budget.multipliedBy(Math.min(MOST_BUDGETS, Math.max(1, (bytes + MEGABYTE - 1) / MEGABYTE)));
    }
}
