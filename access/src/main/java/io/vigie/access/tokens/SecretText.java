package io.vigie.access.tokens;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** Texts of 256 random bits in base64url behind a beginning that tells what they are for, so that a leaked one is found. */
public enum SecretText {
    /** Of a program, in a header. */
    TOKEN("vigie_"),
    /** Of a browser, in a cookie. */
    SESSION("vigie-session_"),
    /** Of a browser whose person is away at the provider, in a cookie. */
    SIGN_IN("vigie-sign-in_");

    private static final int BYTES = 32;

    /** Of so many bytes in base64 without padding. */
    private static final int LETTERS = 43;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final String beginning;

    SecretText(String beginning) {
        this.beginning = beginning;
    }

    /** One that nobody has. */
    public String random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return beginning + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Whether a text can be one of these at all. */
    public boolean isOne(String text) {
        if (text.length() != beginning.length() + LETTERS || !text.startsWith(beginning)) {
            return false;
        }
        for (int at = beginning.length(); at < text.length(); at++) {
            if (!isBase64Url(text.charAt(at))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBase64Url(char letter) {
        return (letter >= 'a' && letter <= 'z')
                || (letter >= 'A' && letter <= 'Z')
                || (letter >= '0' && letter <= '9')
                || letter == '-'
                || letter == '_';
    }

    /** Its SHA-256, 32 bytes: with so much chance in the text, nothing slower is needed to hide it. */
    public static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
