package io.vigie.query.reasonwords;

import java.math.BigDecimal;
import java.math.MathContext;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Values of inputs that nobody has chosen a form for: any size of number, and texts that somebody sent. */
final class Figures {

    private static final int LONGEST = 60;
    private static final MathContext SMALL = new MathContext(3);
    private static final double SMALLEST = 1e-4;
    private static final double LARGEST = 1e15;

    private final DecimalFormatSymbols symbols;

    Figures(Locale language) {
        this.symbols = DecimalFormatSymbols.getInstance(language);
    }

    /** A number with two decimals at most, or with three digits where it is smaller than 1; else the text. */
    String shown(Object value) {
        if (!(value instanceof Number number)) {
            return cut(value.toString());
        }
        double size = Math.abs(number.doubleValue());
        if (size == 0 || size >= 1 && size < LARGEST) {
            // Adding zero takes the sign off of one.
            return new DecimalFormat("#,##0.##", symbols).format(number.doubleValue() + 0.0);
        }
        return size < SMALLEST || size >= LARGEST
                ? new DecimalFormat("0.##E0", symbols).format(number.doubleValue())
                : new DecimalFormat("0.######", symbols)
                        .format(BigDecimal.valueOf(number.doubleValue()).round(SMALL));
    }

    /** A text that doesn't fill the sentence. */
    String cut(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
