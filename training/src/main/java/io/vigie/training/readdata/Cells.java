package io.vigie.training.readdata;

import java.util.regex.Pattern;

/** What the text of a cell can be taken for. */
public final class Cells {

    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d{1,3})?");

    private static final Pattern DATE = Pattern.compile(
            "(\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}|\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{4})([ T]\\d{1,2}:\\d{2}.*)?");

    private Cells() {}

    /** A finite decimal number with a point, without separators of thousands. */
    public static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches() && Double.isFinite(Double.parseDouble(text));
    }

    /** A day, with or without a time. */
    public static boolean isDate(String text) {
        return DATE.matcher(text).matches();
    }
}
