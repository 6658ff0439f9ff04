package io.vigie.web;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Well-formed JSON that isn't what was asked for, said in words of our own. */
final class JsonFault {

    private JsonFault() {}

    static Rejected of(HttpMessageNotReadableException unreadable) {
        Throwable cause = unreadable.getCause();
        if (cause instanceof Rejected rejected) {
            return rejected;
        }
        if (cause instanceof UnrecognizedPropertyException unknown) {
            return JsonScan.refused("The JSON has a property that isn't known here.")
                    .error(field(unknown), "unknown property; known are " + names(unknown.getKnownPropertyIds()));
        }
        if (cause instanceof MismatchedInputException mismatch) {
            String field = field(mismatch);
            String expected = expected(mismatch.getTargetType());
            return field.isEmpty()
                    ? JsonScan.refused("The body has another shape than is asked for here: it " + expected + ".")
                    : JsonScan.refused("A property isn't of the type that is asked for.")
                            .error(field, expected);
        }
        if (cause instanceof JacksonException refused) {
            return JsonScan.refused("A property can't be used as it is.").error(field(refused), "can't be used");
        }
        return JsonScan.refused("A JSON body is needed here.");
    }

    private static String field(JacksonException fault) {
        StringBuilder field = new StringBuilder();
        int last = fault.getPath().size() - (fault instanceof UnrecognizedPropertyException ? 1 : 0);
        for (JacksonException.Reference step : fault.getPath().subList(0, Math.max(0, last))) {
            if (step.getPropertyName() != null) {
                field.append(field.isEmpty() ? "" : ".").append(step.getPropertyName());
            } else if (step.getIndex() >= 0) {
                field.append('[').append(step.getIndex()).append(']');
            }
        }
        return field.toString();
    }

    private static String names(@Nullable Collection<Object> known) {
        return known == null ? "" : known.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
    }

    static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "must be of another type";
        }
        if (type == int.class
                || type == Integer.class
                || type == long.class
                || type == Long.class
                || type == BigInteger.class) {
            return "must be a whole number within range";
        }
        if (type == BigDecimal.class || type == double.class || type == Double.class) {
            return "must be a number";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "must be true or false";
        }
        if (CharSequence.class.isAssignableFrom(type)) {
            return "must be a text";
        }
        if (type == LocalDate.class) {
            return "must be a date as 2020-02-29";
        }
        if (type == Instant.class) {
            return "must be a moment as 2020-02-29T12:30:00Z";
        }
        if (type == UUID.class) {
            return "must be a UUID";
        }
        if (type.isEnum()) {
            return "must be one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", "));
        }
        if (type.isArray() || Collection.class.isAssignableFrom(type)) {
            return "must be a list";
        }
        return "must be an object";
    }
}
