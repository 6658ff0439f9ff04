package io.vigie.pmml;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How an answer is to be explained.
 *
 * @param output name of a numeric output
 * @param background records to explain against: one reference point, or a sample whose average is taken; 1 to 1,000
 * @param pairs of permutations to draw where every coalition can't be asked for, 2 to 100,000; raised to a multiple of the
 *     number of background records, so that each of them counts the same
 * @param limit how long it may take, up to an hour; then, and when the thread is interrupted, there are no reasons
 */
public record Explaining(String output, List<Map<String, Object>> background, int pairs, Duration limit) {

    /** Enough for a standard error of a few hundredths of the spread of an input's effect. */
    public static final int PAIRS = 200;

    /** Far more than a model takes that answers in some microseconds. */
    public static final Duration LIMIT = Duration.ofSeconds(10);

    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int MOST_BACKGROUND = 1_000;
    private static final int MOST_PAIRS = 100_000;

    /**
     * Copies.
     *
     * @throws IllegalArgumentException when a number is out of range
     */
    public Explaining {
        if (background.isEmpty() || background.size() > MOST_BACKGROUND) {
            throw new IllegalArgumentException("1 to " + MOST_BACKGROUND + " background records");
        }
        if (pairs < 2 || pairs > MOST_PAIRS) {
            throw new IllegalArgumentException("2 to " + MOST_PAIRS + " pairs of permutations");
        }
        if (limit.isNegative() || limit.isZero() || limit.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("more than no time, and an hour at most");
        }
        List<Map<String, Object>> copies = new ArrayList<>();
        background.forEach(row -> copies.add(Collections.unmodifiableMap(new LinkedHashMap<>(row))));
        background = Collections.unmodifiableList(copies);
    }

    /** Within ten seconds. */
    public Explaining(String output, List<Map<String, Object>> background, int pairs) {
        this(output, background, pairs, LIMIT);
    }

    /** Against one reference point. */
    public static Explaining against(String output, Map<String, ?> reference) {
        return new Explaining(output, List.of(new LinkedHashMap<>(reference)), PAIRS, LIMIT);
    }
}
