package io.vigie.contracts;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The text of a time, as {@link Instant#toString} writes it. Every record has one, and the JDK's parser took a thirtieth of
 * all that scoring takes. It is asked where the text is another one, so that none is read in another way.
 */
final class EventTime {

    private static final int TO_THE_SECOND = "2000-01-01T00:00:00".length();
    private static final int NANO_DIGITS = 9;
    private static final int NO_NUMBER = -1;

    private EventTime() {}

    /**
     * Reads it.
     *
     * @throws java.time.DateTimeException when it is no time
     */
    static Instant parse(String text) {
        if (!isLaidOut(text)) {
            return Instant.parse(text);
        }
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, 10);
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, TO_THE_SECOND);
        int fraction = text.length() == TO_THE_SECOND + 1 ? 0 : number(text, TO_THE_SECOND + 1, text.length() - 1);
        boolean isPlain = year >= 0 && month > 0 && day > 0 && isBelow(24, hour) && isBelow(60, minute);
        if (!isPlain || !isBelow(60, second) || fraction == NO_NUMBER) {
            return Instant.parse(text);
        }
        long days = LocalDate.of(year, month, day).toEpochDay();
        return Instant.ofEpochSecond(((days * 24 + hour) * 60 + minute) * 60 + second, nanos(fraction, text.length()));
    }

    private static boolean isLaidOut(String text) {
        int end = text.length() - 1;
        return end >= TO_THE_SECOND
                && end <= TO_THE_SECOND + 1 + NANO_DIGITS
                && text.charAt(end) == 'Z'
                && text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && text.charAt(10) == 'T'
                && text.charAt(13) == ':'
                && text.charAt(16) == ':'
                && (end == TO_THE_SECOND || end > TO_THE_SECOND + 1 && text.charAt(TO_THE_SECOND) == '.');
    }

    private static boolean isBelow(int limit, int number) {
        return number >= 0 && number < limit;
    }

    /** The digits from there to before there. */
    private static int number(String text, int from, int to) {
        int number = 0;
        for (int place = from; place < to; place++) {
            int digit = text.charAt(place) - '0';
            if (digit < 0 || digit > 9) {
                return NO_NUMBER;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private static int nanos(int fraction, int length) {
        int nanos = fraction;
        for (int digits = length - TO_THE_SECOND - 2; digits < NANO_DIGITS; digits++) {
            nanos *= fraction == 0 ? 0 : 10;
        }
        return nanos;
    }
}
