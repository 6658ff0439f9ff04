package io.vigie.query.platform;

import io.vigie.web.Rejected;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Query parameters, taken word by word: what isn't exactly right is a 400 that names the parameter. */
public final class Asked {

    /** How many items a page has unless told otherwise. */
    public static final int USUAL_LIMIT = 50;

    static final int MOST = 500;
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,3}");
    private static final Pattern SHARE = Pattern.compile("0(\\.\\d{1,20})?|1(\\.0{1,20})?");
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,30}(\\.\\d{1,30})?");
    private static final Pattern MOMENT =
            Pattern.compile("[1-9]\\d{3}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,9})?)?Z");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private Asked() {}

    /** 400 for a parameter, with what it must be. */
    public static Rejected bad(String parameter, String message) {
        return Rejected.malformed("bad-query", "Bad query", "A query parameter can't be used as it was sent.")
                .error(parameter, message);
    }

    /** Items per page: 1–500, 50 when it isn't asked for. */
    public static int limit(@Nullable String limit) {
        return limit(limit, USUAL_LIMIT, MOST);
    }

    /** Items: 1 to {@code most}, which has four digits at most. */
    public static int limit(@Nullable String limit, int usual, int most) {
        return number("limit", limit, usual, most);
    }

    /** A whole number: 1 to {@code most}, which has four digits at most. */
    public static int number(String parameter, @Nullable String value, int usual, int most) {
        if (value == null) {
            return usual;
        }
        if (!NUMBER.matcher(value).matches() || Integer.parseInt(value) > most) {
            throw bad(parameter, "must be a whole number from 1 to " + most);
        }
        return Integer.parseInt(value);
    }

    /** One of some words. */
    public static @Nullable String oneOf(String parameter, @Nullable String value, String... words) {
        if (value != null && !Arrays.asList(words).contains(value)) {
            throw bad(parameter, "must be one of " + String.join(", ", words));
        }
        return value;
    }

    /** True or false. */
    public static @Nullable Boolean flag(String parameter, @Nullable String value) {
        return oneOf(parameter, value, "true", "false") == null ? null : Boolean.valueOf(value);
    }

    /** A number from 0 to 1. */
    public static @Nullable Double share(String parameter, @Nullable String value) {
        if (value != null && !SHARE.matcher(value).matches()) {
            throw bad(parameter, "must be a decimal number from 0 to 1");
        }
        return value == null ? null : Double.valueOf(value);
    }

    /** An amount of money, not below 0. */
    public static @Nullable BigDecimal amount(String parameter, @Nullable String value) {
        if (value != null && !AMOUNT.matcher(value).matches()) {
            throw bad(parameter, "must be a decimal number, not below 0");
        }
        return value == null ? null : new BigDecimal(value);
    }

    /** A moment of the years 1000 to 9999, as ISO 8601 writes it in UTC; the usual one when it isn't asked for. */
    public static Instant instant(String parameter, @Nullable String value, Instant usual) {
        try {
            return value == null ? usual : moment(value);
        } catch (DateTimeException noMoment) {
            throw bad(parameter, "must be a moment in UTC, as 2026-03-01T12:00:00Z");
        }
    }

    /**
     * The same of any text.
     *
     * @throws DateTimeException when it isn't one
     */
    public static Instant moment(String text) {
        if (!MOMENT.matcher(text).matches()) {
            throw new DateTimeException("not a moment");
        }
        return Instant.parse(text);
    }

    /** An id of an aggregate. */
    public static @Nullable String name(String parameter, @Nullable String value) {
        if (value != null && !NAME.matcher(value).matches()) {
            throw bad(parameter, "must be an id: 1 to 64 letters, digits, dots, underscores and hyphens");
        }
        return value;
    }
}
