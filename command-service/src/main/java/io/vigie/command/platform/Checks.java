package io.vigie.command.platform;

import io.vigie.web.Rejected;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns what came from outside into values that hold, and remembers every field that doesn't. A failed check answers a
 * placeholder: use no value before {@link #passed}. No message repeats what was sent.
 */
public final class Checks {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,63}");
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final String AN_ID =
            "must be 1 to 64 letters, digits, dots, dashes or underscores, not starting with a dot";
    private static final String REQUIRED = "is required";

    private final List<Fault> faults = new ArrayList<>();

    /**
     * A field at fault.
     *
     * @param field as the caller names it
     * @param message what to change
     */
    public record Fault(String field, String message) {}

    /** {@code value} when nothing was at fault so far, else a 422 that lists every fault. */
    public <T> T passed(T value) {
        if (faults.isEmpty()) {
            return value;
        }
        Rejected rejected = Rejected.unprocessable(
                "unusable",
                "Unusable content",
                "Some values can't be used; errors lists them and what would be right.");
        faults.forEach(fault -> rejected.error(fault.field(), fault.message()));
        throw rejected;
    }

    /** The first fault so far. */
    public Optional<Fault> firstFault() {
        return faults.stream().findFirst();
    }

    /** An id of 1–64 characters of {@code [A-Za-z0-9._-]}, not starting with a dot. */
    public String id(String field, @Nullable String value) {
        if (value == null) {
            return fault(field, REQUIRED, "");
        }
        return ID.matcher(value).matches() ? value : fault(field, AN_ID, "");
    }

    /** The id in an address. */
    public static String addressed(String field, String value) {
        if (ID.matcher(value).matches()) {
            return value;
        }
        throw Rejected.malformed("bad-id", "Bad id", "The address holds an id that can't be one.")
                .error(field, AN_ID);
    }

    /** As {@link #id}, null for none. */
    public @Nullable String optionalId(String field, @Nullable String value) {
        return value == null ? null : id(field, value);
    }

    /** One line of text of 1 to {@code longest} characters, NFC and trimmed. */
    public String text(String field, @Nullable String value, int longest) {
        if (value == null) {
            return fault(field, REQUIRED, "");
        }
        if (value.length() > longest * 4) {
            return fault(field, "must have at most " + longest + " characters", "");
        }
        if (PlainText.deceives(value)) {
            return fault(field, "must be one line of text without control characters or direction overrides", "");
        }
        String clean = PlainText.clean(value);
        if (clean.isEmpty()) {
            return fault(field, "must not be blank", "");
        }
        return clean.codePointCount(0, clean.length()) > longest
                ? fault(field, "must have at most " + longest + " characters", "")
                : clean;
    }

    /** As {@link #text}, null for none. */
    public @Nullable String optionalText(String field, @Nullable String value, int longest) {
        return value == null ? null : text(field, value, longest);
    }

    /** A whole number from {@code min} to {@code max}; 38.0 is 38. Costs no time whatever the exponent. */
    public int whole(String field, @Nullable BigDecimal value, int min, int max) {
        String wanted = "must be a whole number from " + min + " to " + max;
        if (value == null) {
            return fault(field, REQUIRED, 0);
        }
        Optional<BigDecimal> plain = Decimals.plain(value, 10, 0);
        if (plain.isEmpty()) {
            return fault(field, wanted, 0);
        }
        long number = plain.get().longValueExact();
        return number < min || number > max ? fault(field, wanted, 0) : (int) number;
    }

    /** A number from {@code min} to {@code max} with at most {@code decimals} decimals. */
    public BigDecimal decimal(String field, @Nullable BigDecimal value, BigDecimal min, BigDecimal max, int decimals) {
        if (value == null) {
            return fault(field, REQUIRED, BigDecimal.ZERO);
        }
        Optional<BigDecimal> plain = Decimals.plain(value, 16, decimals);
        if (plain.isEmpty() || plain.get().compareTo(min) < 0 || plain.get().compareTo(max) > 0) {
            return fault(
                    field,
                    "must be a number from " + min.toPlainString() + " to " + max.toPlainString() + " with at most "
                            + decimals + " decimals",
                    BigDecimal.ZERO);
        }
        return plain.get();
    }

    /** A day from 1900 to {@code latest}, written {@code 2026-11-22}. */
    public LocalDate day(String field, @Nullable String value, LocalDate latest) {
        if (value == null) {
            return fault(field, REQUIRED, EARLIEST);
        }
        try {
            LocalDate day = LocalDate.parse(value);
            return day.isBefore(EARLIEST) || day.isAfter(latest)
                    ? fault(field, "must be a day from 1900-01-01 to today (UTC)", EARLIEST)
                    : day;
        } catch (DateTimeException e) {
            return fault(field, "must be a day that exists, written like 2026-11-22", EARLIEST);
        }
    }

    /** An instant from 1900 to {@code latest}, written {@code 2026-11-22T04:08:00Z} or with an offset. */
    public Instant instant(String field, String value, Instant latest) {
        try {
            OffsetDateTime time = OffsetDateTime.parse(value);
            return time.toLocalDate().isBefore(EARLIEST) || time.toInstant().isAfter(latest)
                    ? fault(field, "must be a time between 1900 and now", Instant.EPOCH)
                    : time.toInstant();
        } catch (DateTimeException e) {
            return fault(field, "must be a time with its offset, written like 2026-11-22T04:08:00Z", Instant.EPOCH);
        }
    }

    /** Notes a fault of the caller's own finding. */
    public <T> T fault(String field, String message, T placeholder) {
        faults.add(new Fault(field, message));
        return placeholder;
    }
}
