package io.vigie.query.modeldrift;

import io.vigie.query.platform.Asked;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whole UTC days.
 *
 * @param from the first
 * @param to the last, not before the first
 */
record AskedWindow(LocalDate from, LocalDate to) {

    static final int USUAL = 7;
    static final int MOST = 400;

    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,2}");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    /** The last {@code days} up to today, or those from one day to another; 400 for anything else. */
    static AskedWindow of(@Nullable String days, @Nullable String from, @Nullable String to, LocalDate today) {
        if (from == null && to == null) {
            return new AskedWindow(today.minusDays(number(days) - 1L), today);
        }
        if (days != null) {
            throw Asked.bad("days", "must not be given together with from or to");
        }
        LocalDate last = to == null ? today : day("to", to);
        LocalDate first = from == null ? last.minusDays(USUAL - 1L) : day("from", from);
        if (first.isAfter(last)) {
            throw Asked.bad("from", "must not be after to (today unless told otherwise)");
        }
        if (ChronoUnit.DAYS.between(first, last) >= MOST) {
            throw Asked.bad("from", "must be less than " + MOST + " days before to (today unless told otherwise)");
        }
        return new AskedWindow(first, last);
    }

    private static int number(@Nullable String days) {
        if (days == null) {
            return USUAL;
        }
        if (!NUMBER.matcher(days).matches() || Integer.parseInt(days) > MOST) {
            throw Asked.bad("days", "must be a whole number from 1 to " + MOST);
        }
        return Integer.parseInt(days);
    }

    private static LocalDate day(String parameter, String text) {
        if (DAY.matcher(text).matches()) {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeException noSuchDay) {
                throw Asked.bad(parameter, "must be a day that there is, such as 2026-03-02");
            }
        }
        throw Asked.bad(parameter, "must be a day (UTC), such as 2026-03-02");
    }
}
