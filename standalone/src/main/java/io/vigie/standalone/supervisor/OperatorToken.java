package io.vigie.standalone.supervisor;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What whoever runs the system asks its parts with.
 *
 * @param text for a header; the edge alone is told, and only where other machines may reach it
 */
public record OperatorToken(String text) {

    /** The SHA-256 in lower-case hexadecimal digits, by which a part knows it. */
    String hash() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** As nobody should see it in a log. */
    @Override
    public String toString() {
        return "token of the operator";
    }
}
