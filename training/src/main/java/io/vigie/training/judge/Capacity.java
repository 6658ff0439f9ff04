package io.vigie.training.judge;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How many of the rows a team can look after: a count from 1, or a share.
 *
 * @param amount the count, or the share: above 0, at most 1
 * @param isShare which of the two
 */
public record Capacity(double amount, boolean isShare) {

    private static final Pattern FORM = Pattern.compile("(\\d+)|(0?\\.\\d+|1\\.0+)|(\\d+(?:\\.\\d+)?)%");

    /**
     * Reads {@code 40} as forty rows, {@code 0.1} and {@code 10%} as a tenth of them.
     *
     * @throws IllegalArgumentException when it is neither
     */
    public static Capacity parse(String text) {
        var matcher = FORM.matcher(text.trim());
        if (matcher.matches()) {
            boolean isCount = matcher.group(1) != null;
            double amount = matcher.group(3) != null
                    ? Double.parseDouble(matcher.group(3)) / 100
                    : Double.parseDouble(matcher.group());
            if (amount > 0 && (isCount || amount <= 1)) {
                return new Capacity(amount, !isCount);
            }
        }
        throw new IllegalArgumentException(
                "a capacity is a count from 1 (40) or a share up to one (0.1 or 10%), not " + text);
    }

    /** As many as there are positives: what is assumed where nobody says. */
    public static Capacity ofPositives(int positives) {
        return new Capacity(positives, false);
    }

    /** How many of so many rows, at least 1 and at most all. */
    public int of(int rows) {
        return (int) Math.max(1, Math.min(rows, isShare ? Math.floor(amount * rows + 1e-9) : amount));
    }

    /**
     * The smallest probability at which no more rows are flagged than can be looked after; rows with the same probability
     * are flagged together or not at all.
     *
     * @return a probability that occurs, or one above all of them when even the highest occurs too often
     */
    public double threshold(double[] probabilities) {
        int places = of(probabilities.length);
        double threshold = Math.nextUp(1.0);
        int flagged = 0;
        for (Ties group : Ties.falling(probabilities, new int[probabilities.length])) {
            flagged += group.rows();
            if (flagged > places) {
                break;
            }
            threshold = group.probability();
        }
        return threshold;
    }

    /** As it is told to people. */
    public String told(int rows) {
        return isShare
                ? String.format(Locale.ROOT, "%d of %d (%.1f %%)", of(rows), rows, amount * 100)
                : of(rows) + " of " + rows;
    }
}
