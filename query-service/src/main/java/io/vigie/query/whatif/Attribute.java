package io.vigie.query.whatif;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What of a client can be thought otherwise, and as what the model is given it; the bounds are those of a registration. */
enum Attribute {
    AGE("age", "Age", 150, 0),
    TOTAL_PURCHASE("totalPurchase", "Total_Purchase", 1_000_000_000_000L, 4),
    YEARS("years", "Years", 150, 4),
    NUM_SITES("numSites", "Num_Sites", 1_000_000, 0);

    private static final int MOST_DIGITS = 16;

    private final String field;
    private final String feature;
    private final BigDecimal most;
    private final int decimals;

    Attribute(String field, String feature, long most, int decimals) {
        this.field = field;
        this.feature = feature;
        this.most = BigDecimal.valueOf(most);
        this.decimals = decimals;
    }

    String field() {
        return field;
    }

    String feature() {
        return feature;
    }

    /** The number that the model is given; empty when a client can't be like that. Costs no time whatever the exponent. */
    Optional<Double> number(@Nullable BigDecimal sent) {
        if (sent == null || sent.signum() < 0 || (long) sent.precision() - sent.scale() > MOST_DIGITS) {
            return Optional.empty();
        }
        boolean fits = sent.signum() == 0 || sent.stripTrailingZeros().scale() <= decimals && sent.compareTo(most) <= 0;
        return fits ? Optional.of(sent.doubleValue()) : Optional.empty();
    }

    /** What {@link #number} takes. */
    String bounds() {
        return decimals == 0
                ? "must be a whole number from 0 to " + most.toPlainString()
                : "must be a number from 0 to " + most.toPlainString() + " with at most " + decimals + " decimals";
    }
}
