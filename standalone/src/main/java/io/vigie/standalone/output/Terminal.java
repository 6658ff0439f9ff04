package io.vigie.standalone.output;

/** Text from data, made fit to be printed: names come from files and people, and may hold anything. */
public final class Terminal {

    private static final String FORMULA = "=+-@\t\r";

    private Terminal() {}

    /** Without characters that steer a terminal, break a line or turn its direction. */
    public static String safe(String text) {
        return text.codePoints()
                .map(point -> steers(point) ? '?' : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** For a cell of a CSV file: what a spreadsheet would take for a formula is marked as text. */
    public static String cell(String text) {
        String safe = safe(text);
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 && !isNumber(text) ? "'" + safe : safe;
    }

    private static boolean isNumber(String text) {
        return text.matches("-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");
    }

    private static boolean steers(int point) {
        int type = Character.getType(point);
        return Character.isISOControl(point)
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE;
    }
}
