package io.vigie.pmml;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoublePredicate;
import org.dmg.pmml.DataField;
import org.dmg.pmml.Interval;
import org.dmg.pmml.Value;
import org.jpmml.evaluator.Evaluator;
import org.jpmml.evaluator.InputField;
import org.jspecify.annotations.Nullable;

/** Which numbers a document declares valid, of the inputs for which it does. */
final class ValidNumbers {

    private ValidNumbers() {}

    static Map<String, DoublePredicate> of(Evaluator evaluator) {
        Map<String, DoublePredicate> valid = new HashMap<>();
        for (InputField input : evaluator.getInputFields()) {
            if (input.getField() instanceof DataField data) {
                DoublePredicate declared = declared(data);
                if (declared != null) {
                    valid.put(input.getName(), declared);
                }
            }
        }
        return valid;
    }

    private static @Nullable DoublePredicate declared(DataField data) {
        List<Interval> intervals = List.copyOf(data.getIntervals());
        Set<Double> values = numbers(data, Value.Property.VALID);
        Set<Double> refused = numbers(data, Value.Property.INVALID);
        refused.addAll(numbers(data, Value.Property.MISSING));
        if (intervals.isEmpty() && values.isEmpty() && refused.isEmpty()) {
            return null;
        }
        boolean any = intervals.isEmpty() && values.isEmpty();
        // Where values are listed, intervals say nothing to the evaluator.
        return number -> !refused.contains(number)
                && (any
                        || (values.isEmpty()
                                ? intervals.stream().anyMatch(interval -> contains(interval, number))
                                : values.contains(number)));
    }

    private static Set<Double> numbers(DataField data, Value.Property property) {
        Set<Double> numbers = new HashSet<>();
        for (Value value : data.getValues()) {
            if (value.getProperty() == property) {
                try {
                    numbers.add(Double.valueOf(String.valueOf(value.requireValue())));
                } catch (NumberFormatException word) {
                    // No number is that.
                    continue;
                }
            }
        }
        return numbers;
    }

    private static boolean contains(Interval interval, double number) {
        Number left = interval.getLeftMargin();
        Number right = interval.getRightMargin();
        boolean afterLeft = left == null
                || switch (interval.requireClosure()) {
                    case OPEN_OPEN, OPEN_CLOSED -> number > left.doubleValue();
                    case CLOSED_OPEN, CLOSED_CLOSED -> number >= left.doubleValue();
                };
        return afterLeft
                && (right == null
                        || switch (interval.requireClosure()) {
                            case OPEN_OPEN, CLOSED_OPEN -> number < right.doubleValue();
                            case OPEN_CLOSED, CLOSED_CLOSED -> number <= right.doubleValue();
                        });
    }
}
