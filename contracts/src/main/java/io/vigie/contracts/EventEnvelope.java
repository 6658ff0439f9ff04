package io.vigie.contracts;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What every reader demands of an event's record before it looks at the value, so that all of them refuse the same
 * records. No rule depends on when the record is read: a reader that is late, or that reads everything again, comes to the
 * same answer.
 *
 * @param subject the client, account manager or model; the key
 * @param revision from 1
 * @param version of the subject after the event, from 1
 * @param actor at most 200 characters, as are the last two
 */
public record EventEnvelope(
        String subject,
        UUID id,
        String type,
        int revision,
        Instant time,
        long version,
        @Nullable String actor,
        @Nullable String actorKind,
        @Nullable String correlationId) {

    private static final int LONGEST_SUBJECT = 64;
    private static final int MOST_DIGITS = 18;
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");
    private static final int LONGEST = 200;

    /** A record that is no event. */
    public static final class Unacceptable extends Exception {

        private static final long serialVersionUID = 1L;

        private final String reason;

        /** With the reason, without any of the record's content. */
        public Unacceptable(String reason) {
            super(reason, null, false, false);
            this.reason = reason;
        }

        /** One sentence without anything of the record's content. */
        public String reason() {
            return reason;
        }
    }

    /**
     * Reads the envelope.
     *
     * @param timestamp epoch milliseconds of the record, negative for none
     * @param headers the last value of each header, null for none
     */
    public static EventEnvelope of(byte @Nullable [] key, long timestamp, UnaryOperator<@Nullable String> headers)
            throws Unacceptable {
        String subject = subject(key);
        believable(timestamp);
        demand("1.0".equals(headers.apply(Headers.SPEC_VERSION)), "A CloudEvents header is missing: ce_specversion.");
        demand(subject.equals(headers.apply(Headers.SUBJECT)), "The key is not the subject of the event.");
        String type = headers.apply(Headers.TYPE);
        if (type == null) {
            throw new Unacceptable("A header is missing: " + Headers.TYPE + ".");
        }
        return new EventEnvelope(
                subject,
                id(headers.apply(Headers.ID)),
                type,
                (int) Math.min(Integer.MAX_VALUE, number(Headers.REVISION, headers.apply(Headers.REVISION))),
                time(headers.apply(Headers.TIME)),
                version(headers.apply(Headers.VERSION)),
                text(Headers.ACTOR, headers.apply(Headers.ACTOR)),
                text(Headers.ACTOR_KIND, headers.apply(Headers.ACTOR_KIND)),
                text(Headers.CORRELATION_ID, headers.apply(Headers.CORRELATION_ID)));
    }

    /** The key as the id of a client, an account manager or a model. */
    public static String subject(byte @Nullable [] key) throws Unacceptable {
        if (key == null) {
            throw new Unacceptable("The record has no key.");
        }
        String subject = key.length > LONGEST_SUBJECT ? "" : new String(key, StandardCharsets.UTF_8);
        demand(isId(subject), "The key is not an id.");
        return subject;
    }

    /** Letters, digits, dots, underscores and hyphens: the same as {@code [A-Za-z0-9._-]{1,64}}, which takes longer. */
    private static boolean isId(String text) {
        for (int index = 0; index < text.length(); index++) {
            char one = text.charAt(index);
            boolean isLetter = one >= 'a' && one <= 'z' || one >= 'A' && one <= 'Z';
            if (!isLetter && !isDigit(one) && one != '-' && one != '_' && one != '.') {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static boolean isDigit(char one) {
        return one >= '0' && one <= '9';
    }

    /** Refuses the timestamp of a record that can't be right. */
    public static void believable(long timestamp) throws Unacceptable {
        demand(isBelievable(Instant.ofEpochMilli(timestamp)), "The time of the record can't be right.");
    }

    /** The event id. */
    public static UUID id(@Nullable String text) throws Unacceptable {
        try {
            if (text != null && text.length() == 36) {
                return UUID.fromString(text);
            }
        } catch (IllegalArgumentException notAnId) {
            // Said below.
        }
        throw new Unacceptable("The event id is not a UUID.");
    }

    /** The time of the event. */
    public static Instant time(@Nullable String text) throws Unacceptable {
        try {
            Instant time = EventTime.parse(text == null ? "" : text);
            if (isBelievable(time)) {
                return time;
            }
        } catch (DateTimeException notATime) {
            // Said below.
        }
        throw new Unacceptable("The time of the event can't be right.");
    }

    /** The version of the subject. */
    public static long version(@Nullable String text) throws Unacceptable {
        return number(Headers.VERSION, text);
    }

    private static boolean isBelievable(Instant time) {
        return !time.isBefore(EARLIEST) && time.isBefore(LATEST);
    }

    private static long number(String header, @Nullable String text) throws Unacceptable {
        if (text == null || !isNumber(text)) {
            throw new Unacceptable("The header " + header + " is not a number from 1.");
        }
        return Long.parseLong(text);
    }

    /** From 1. */
    private static boolean isNumber(String text) {
        if (text.isEmpty() || text.length() > MOST_DIGITS || text.charAt(0) == '0') {
            return false;
        }
        for (int index = 0; index < text.length(); index++) {
            if (!isDigit(text.charAt(index))) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable String text(String header, @Nullable String text) throws Unacceptable {
        if (text == null) {
            return null;
        }
        boolean isShort = text.length() <= LONGEST;
        for (int index = 0; isShort && index < text.length(); index++) {
            isShort = !Character.isISOControl(text.charAt(index));
        }
        if (!isShort) {
            throw new Unacceptable("The header " + header + " is not a short text.");
        }
        return text;
    }

    private static void demand(boolean holds, String reason) throws Unacceptable {
        if (!holds) {
            throw new Unacceptable(reason);
        }
    }
}
