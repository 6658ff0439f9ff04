package io.vigie.query.platform;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Where a page ended, opaque to callers: the keys of its last item, with a digest that also covers the question, so
 * that a cursor of another question, or one that was made up, is recognised.
 */
public final class Cursor {

    private static final int DIGEST = 12;
    private static final int LONGEST = 1_000;

    private final String question;

    private Cursor(String question) {
        this.question = question;
    }

    /** Cursors of one question: everything that must be the same on the next page. */
    public static Cursor of(@Nullable Object... question) {
        return new Cursor(Wire.text(Arrays.stream(question).map(String::valueOf).toList()));
    }

    /** The cursor after an item with these keys. */
    public String after(String... keys) {
        byte[] text = Wire.text(keys).getBytes(StandardCharsets.UTF_8);
        byte[] token = Arrays.copyOf(digest(text), DIGEST + text.length);
        System.arraycopy(text, 0, token, DIGEST, text.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** The keys, null without a cursor; 400 when it isn't one of this question. */
    public @Nullable List<String> read(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        try {
            if (cursor.length() <= LONGEST) {
                byte[] token = Base64.getUrlDecoder().decode(cursor);
                byte[] text = Arrays.copyOfRange(token, Math.min(DIGEST, token.length), token.length);
                if (text.length > 0 && Arrays.equals(digest(text), Arrays.copyOf(token, DIGEST))) {
                    return List.of(Wire.parse(new String(text, StandardCharsets.UTF_8), String[].class));
                }
            }
        } catch (IllegalArgumentException | JacksonException | NullPointerException madeUp) {
            // Told below.
        }
        throw bad();
    }

    /** The only key, the default without a cursor; 400 when it isn't one of this question. */
    public String readOne(@Nullable String cursor, String otherwise) {
        List<String> keys = read(cursor);
        if (keys == null) {
            return otherwise;
        }
        if (keys.size() != 1) {
            throw bad();
        }
        return keys.get(0);
    }

    /** The same for a key that is a number. */
    public long readNumber(@Nullable String cursor, long otherwise) {
        String key = readOne(cursor, "");
        if (key.isEmpty() && cursor == null) {
            return otherwise;
        }
        if (!key.matches("\\d{1,18}")) {
            throw bad();
        }
        return Long.parseLong(key);
    }

    private static RuntimeException bad() {
        return Asked.bad("cursor", "must be the next of a page of the same query");
    }

    private byte[] digest(byte[] text) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(question.getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(sha.digest(text), DIGEST);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
