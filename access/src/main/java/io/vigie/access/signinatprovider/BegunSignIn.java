package io.vigie.access.signinatprovider;

import io.vigie.access.tokens.SecretText;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A sign-in whose person is away at the provider. All that it takes to end it follows by SHA-256 from a text that only the
 * browser has in which it began: no instance remembers anything, and each can end what another one began.
 *
 * @param text the secret one
 * @param next where on these pages to go on
 */
record BegunSignIn(String text, String next) {

    /** One slash, then nothing that a browser could read as another host: no second slash, no backslash, no blank. */
    private static final Pattern OURS = Pattern.compile("/(?!/)[!-\\[\\]-~]{0,2000}");

    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9_-]*");

    /** A new one, which ends at the front page when {@code next} is none of ours. */
    static BegunSignIn leadingTo(String next) {
        return new BegunSignIn(SecretText.SIGN_IN.random(), ours(next));
    }

    /** The one that a browser brings back; it may have written what it likes. */
    static Optional<BegunSignIn> read(String cookie) {
        int dot = cookie.indexOf('.');
        String text = cookie.substring(0, Math.max(dot, 0));
        String next = cookie.substring(dot + 1);
        return SecretText.SIGN_IN.isOne(text) && BASE64.matcher(next).matches() && next.length() % 4 != 1
                ? Optional.of(new BegunSignIn(
                        text, ours(new String(Base64.getUrlDecoder().decode(next), StandardCharsets.UTF_8))))
                : Optional.empty();
    }

    private static String ours(String next) {
        return OURS.matcher(next).matches() ? next : "/";
    }

    /** For the cookie. */
    String written() {
        return text + "." + base64(next.getBytes(StandardCharsets.UTF_8));
    }

    /** By which the answer is known to belong to this browser. */
    String state() {
        return hash("state:" + text);
    }

    /** Of which the ID token has to have the hash. */
    String nonce() {
        return hash("nonce:" + text);
    }

    /** By which the provider knows that the code comes from whom it was asked for. */
    String verifier() {
        return hash("verifier:" + text);
    }

    /** As OpenID Connect and PKCE want it. */
    static String hash(String text) {
        return base64(SecretText.hash(text));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** As nobody should see it in a log. */
    @Override
    public String toString() {
        return "sign-in";
    }
}
