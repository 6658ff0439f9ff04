package io.vigie.access.recorded;

import io.vigie.web.Rejected;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A place in a list of what was recorded, in a form that nobody should rely on. */
public final class Cursor {

    private static final Pattern PLACE = Pattern.compile("before:(\\d{1,18})");

    private Cursor() {}

    static String before(long number) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(("before:" + number).getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * The number before which the page begins; without a cursor it begins with the newest.
     *
     * @throws Rejected 400 when no page gave that cursor
     */
    public static long number(@Nullable String cursor) {
        if (cursor == null) {
            return Long.MAX_VALUE;
        }
        try {
            Matcher place =
                    PLACE.matcher(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.ISO_8859_1));
            if (place.matches()) {
                return Long.parseLong(place.group(1));
            }
        } catch (IllegalArgumentException notBase64) {
            throw bad();
        }
        throw bad();
    }

    private static Rejected bad() {
        return Rejected.malformed("bad-cursor", "Bad cursor", "Use the cursor that the previous page gave as next.");
    }
}
