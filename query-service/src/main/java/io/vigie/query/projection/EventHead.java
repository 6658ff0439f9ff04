package io.vigie.query.projection;

import io.vigie.contracts.Headers;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the headers of an event say, checked against its key. */
public record EventHead(
        String id,
        String type,
        int revision,
        Instant time,
        String subject,
        long version,
        @Nullable String actor,
        @Nullable String actorKind,
        @Nullable String correlationId) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,17}");
    private static final int LONGEST = 200;

    /** Reads the headers. */
    public static EventHead of(Arrival arrival) throws Garbage {
        Map<String, String> headers = arrival.headers();
        String subject = subject(arrival);
        if (!subject.equals(headers.get(Headers.SUBJECT))) {
            throw new Garbage("the key isn't the subject");
        }
        return new EventHead(
                name(headers, Headers.ID),
                name(headers, Headers.TYPE),
                (int) Math.min(Integer.MAX_VALUE, number(headers, Headers.REVISION)),
                time(headers),
                subject,
                number(headers, Headers.VERSION),
                text(headers, Headers.ACTOR),
                text(headers, Headers.ACTOR_KIND),
                text(headers, Headers.CORRELATION_ID));
    }

    /** The key, where it can be an aggregate's id. */
    public static String subject(Arrival arrival) throws Garbage {
        String key = arrival.key();
        if (key == null) {
            throw new Garbage("it has no key");
        }
        if (!NAME.matcher(key).matches()) {
            throw new Garbage("the key isn't an id");
        }
        return key;
    }

    /** The day (UTC) of the event. */
    public LocalDate day() {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }

    private static String name(Map<String, String> headers, String header) throws Garbage {
        String value = headers.get(header);
        if (value == null || !NAME.matcher(value).matches()) {
            throw new Garbage("the header " + header + " is missing or not a name");
        }
        return value;
    }

    private static long number(Map<String, String> headers, String header) throws Garbage {
        String value = headers.get(header);
        if (value == null || !NUMBER.matcher(value).matches()) {
            throw new Garbage("the header " + header + " is missing or not a number from 1");
        }
        return Long.parseLong(value);
    }

    private static @Nullable String text(Map<String, String> headers, String header) throws Garbage {
        String value = headers.get(header);
        if (value != null && (value.length() > LONGEST || value.chars().anyMatch(Character::isISOControl))) {
            throw new Garbage("the header " + header + " isn't a short text");
        }
        return value;
    }

    private static Instant time(Map<String, String> headers) throws Garbage {
        try {
            Instant time = Instant.parse(headers.getOrDefault(Headers.TIME, ""));
            int year = time.atZone(ZoneOffset.UTC).getYear();
            if (year >= 1 && year <= 9999) {
                return time;
            }
        } catch (DateTimeException notATime) {
            // Told below.
        }
        throw new Garbage("the header " + Headers.TIME + " is missing or not an instant of our calendar");
    }
}
