package io.vigie.pmml;

import io.vigie.pmml.describe.Schema;
import io.vigie.pmml.describe.Schema.Input;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns what people and files give into what the evaluator takes. */
final class Records {

    private static final int LONGEST_TEXT = 10_000;

    private static final Pattern DECIMAL =
            Pattern.compile("[-+]?([0-9]{1,400}(\\.[0-9]{0,400})?|\\.[0-9]{1,400})([eE][-+]?[0-9]{1,9})?");

    private static final Pattern NOT_FINITE = Pattern.compile("(?i)[-+]?(inf|infinity|nan)");

    private final List<Input> inputs;

    Records(Schema schema) {
        this.inputs = schema.inputs();
    }

    /** A record that the evaluator takes, or why there is none. */
    sealed interface Prepared {

        /** Values by name; null is missing. */
        record Values(Map<String, @Nullable Object> values) implements Prepared {}

        /** One sentence without the value. */
        record Refused(String reason) implements Prepared {}
    }

    Prepared prepare(Map<String, ?> record) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (Input input : inputs) {
            Object given = record.get(input.name());
            if (given == null) {
                values.put(input.name(), null);
            } else if (given instanceof Number number) {
                if (!Double.isFinite(number.doubleValue())) {
                    return new Prepared.Refused(input.name() + " is not a finite number.");
                }
                values.put(input.name(), input.numeric() ? (Object) number.doubleValue() : word(number));
            } else if (given instanceof Boolean flag) {
                values.put(input.name(), input.dataType().equals("string") ? (Object) flag.toString() : flag);
            } else if (given instanceof String text) {
                if (text.length() > LONGEST_TEXT) {
                    return new Prepared.Refused(input.name() + " is longer than " + LONGEST_TEXT + " characters.");
                }
                String problem = text(input, text, values);
                if (problem != null) {
                    return new Prepared.Refused(problem);
                }
            } else {
                return new Prepared.Refused(input.name() + " is neither a number, a text nor a truth value.");
            }
        }
        return new Prepared.Values(values);
    }

    private static @Nullable String text(Input input, String text, Map<String, @Nullable Object> values) {
        if (text.isEmpty()) {
            values.put(input.name(), null);
            return null;
        }
        values.put(input.name(), text);
        if (input.missingMarks().contains(text) || input.values().contains(text)) {
            return null;
        }
        String trimmed = text.trim();
        if (input.numeric()) {
            if (DECIMAL.matcher(trimmed).matches()) {
                double number = Double.parseDouble(trimmed);
                if (!Double.isFinite(number)) {
                    return input.name() + " is not a finite number.";
                }
                values.put(input.name(), number);
            } else if (NOT_FINITE.matcher(trimmed).matches()) {
                return input.name() + " is not a finite number.";
            } else if (javaNumber(trimmed)) {
                return input.name() + " is not a number.";
            }
        } else if (input.dataType().equals("boolean")) {
            switch (trimmed.toLowerCase(Locale.ROOT)) {
                case "true", "1", "1.0" -> values.put(input.name(), true);
                case "false", "0", "0.0" -> values.put(input.name(), false);
                default -> {}
            }
        }
        return null;
    }

    /** Java's own forms, as {@code 0x1p9} or {@code 1d}, which the evaluator would take for numbers. */
    private static boolean javaNumber(String text) {
        if (text.isEmpty() || text.charAt(0) > '9') {
            return false;
        }
        try {
            Double.parseDouble(text);
            return true;
        } catch (NumberFormatException notANumber) {
            return false;
        }
    }

    /** A whole number as a word of a category, without decimals. */
    private static Object word(Number number) {
        double value = number.doubleValue();
        return value == Math.rint(value) && Math.abs(value) < 1L << 53
                ? Long.toString(number.longValue())
                : number.toString();
    }
}
