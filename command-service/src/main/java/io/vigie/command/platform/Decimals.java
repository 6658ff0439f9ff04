package io.vigie.command.platform;

import java.math.BigDecimal;
import java.util.Optional;

/** Numbers from outside, looked at by their magnitude before anything writes out their digits. */
final class Decimals {

    private Decimals() {}

    /** The number without an exponent, empty when it has more digits before or after the point than allowed. */
    static Optional<BigDecimal> plain(BigDecimal value, int integerDigits, int decimals) {
        if (value.signum() == 0) {
            return Optional.of(BigDecimal.ZERO);
        }
        if ((long) value.precision() - value.scale() > integerDigits) {
            return Optional.empty();
        }
        BigDecimal stripped = value.stripTrailingZeros();
        if (stripped.scale() > decimals) {
            return Optional.empty();
        }
        return Optional.of(stripped.scale() < 0 ? stripped.setScale(0) : stripped);
    }
}
