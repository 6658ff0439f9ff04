package io.vigie.query.modelquality;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;

/**
 * Which months of scores are told of, and which are needed for that: the windows of the first ones reach back.
 *
 * @param last the last one with matured scores
 * @param told how many are told of
 * @param window how many a window has
 */
record Months(YearMonth last, int told, int window) {

    /** Those up to the month of a moment (UTC). */
    static Months upTo(Instant moment, int told, int window) {
        return new Months(YearMonth.from(moment.atZone(ZoneOffset.UTC)), told, window);
    }

    /** How many are needed. */
    int needed() {
        return told + window - 1;
    }

    YearMonth at(int index) {
        return last.minusMonths(needed() - 1L - index);
    }

    LocalDate firstDay() {
        return at(0).atDay(1);
    }

    /** Place of the month that begins on that day among those that are needed. */
    int index(LocalDate firstOfMonth) {
        YearMonth month = YearMonth.from(firstOfMonth);
        return needed() - 1 - (last.getYear() - month.getYear()) * 12 - (last.getMonthValue() - month.getMonthValue());
    }
}
