package io.vigie.command.importclients;

import io.vigie.web.Rejected;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A place in the list of rejections, in a form that nobody should rely on. */
final class Cursor {

    private static final Pattern PLACE = Pattern.compile("rejection:(\\d{1,18})");

    private Cursor() {}

    static String after(long line) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(("rejection:" + line).getBytes(StandardCharsets.US_ASCII));
    }

    static long line(@Nullable String cursor) {
        if (cursor == null) {
            return 0;
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
