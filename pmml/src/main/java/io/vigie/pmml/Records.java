package io.vigie.pmml;

import io.vigie.pmml.check.Harmless;
import io.vigie.pmml.describe.Schema;
import io.vigie.pmml.describe.Schema.Input;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns what people and files give into what the evaluator takes. */
final class Records {

    private static final int LONGEST_TEXT = 10_000;

    private static final Pattern DECIMAL =
            Pattern.compile("[-+]?([0-9]{1,400}(\\.[0-9]{0,400})?|\\.[0-9]{1,400})([eE][-+]?[0-9]{1,9})?");

    private static final Pattern NOT_FINITE = Pattern.compile("(?i)[-+]?(inf|infinity|nan)");

    private final List<Known> inputs;

    Records(Schema schema) {
        this.inputs = schema.inputs().stream().map(Known::new).toList();
    }

    /** An input and the texts that stand in the document, of which there can be many thousand. */
    private record Known(Input input, Set<String> words) {
        Known(Input input) {
            this(input, words(input));
        }

        private static Set<String> words(Input input) {
            Set<String> words = new HashSet<>(input.values());
            words.addAll(input.missingMarks());
            return words;
        }

        String told() {
            return Harmless.name(input.name());
        }
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
        for (Known known : inputs) {
            Input input = known.input();
            Object given = record.get(input.name());
            if (given == null) {
                values.put(input.name(), null);
            } else if (given instanceof Number number) {
                if (!Double.isFinite(number.doubleValue())) {
                    return new Prepared.Refused(known.told() + " is not a finite number.");
                }
                values.put(input.name(), input.numeric() ? (Object) number.doubleValue() : word(number));
            } else if (given instanceof Boolean flag) {
                values.put(input.name(), input.dataType().equals("string") ? (Object) flag.toString() : flag);
            } else if (given instanceof String text) {
                if (text.length() > LONGEST_TEXT) {
                    return new Prepared.Refused(known.told() + " is longer than " + LONGEST_TEXT + " characters.");
                }
                String problem = text(known, text, values);
                if (problem != null) {
                    return new Prepared.Refused(problem);
                }
            } else {
                return new Prepared.Refused(known.told() + " is neither a number, a text nor a truth value.");
            }
        }
        return new Prepared.Values(values);
    }

    private static @Nullable String text(Known known, String text, Map<String, @Nullable Object> values) {
        Input input = known.input();
        if (text.isEmpty()) {
            values.put(input.name(), null);
            return null;
        }
        values.put(input.name(), text);
        if (known.words().contains(text)) {
            return null;
        }
        String trimmed = text.trim();
        if (input.numeric()) {
            if (DECIMAL.matcher(trimmed).matches()) {
                double number = Double.parseDouble(trimmed);
                if (!Double.isFinite(number)) {
                    return known.told() + " is not a finite number.";
                }
                values.put(input.name(), number);
            } else if (NOT_FINITE.matcher(trimmed).matches()) {
                return known.told() + " is not a finite number.";
            } else if (javaNumber(trimmed)) {
                return known.told() + " is not a number.";
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
