package io.vigie.command.importclients;

import io.vigie.command.client.Profile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The id of a client that a file tells of: UUID version 5 (RFC 9562) over name, company, location and day of onboarding,
 * blanks counted as one. The file has no key of its own; names repeat, companies repeat.
 */
final class ClientIdentity {

    private static final UUID NAMESPACE = UUID.fromString("7d3c2a54-6a1e-5f0b-9a53-0f6f1c1f9d21");
    private static final Pattern BLANKS = Pattern.compile("[\\p{Z}\\s]+");

    private ClientIdentity() {}

    static String of(Profile profile) {
        String name = String.join(
                "\n",
                normal(profile.personal().name()),
                normal(profile.personal().company()),
                normal(profile.personal().location()),
                profile.onboardedOn().toString());
        byte[] hash = sha1(name.getBytes(StandardCharsets.UTF_8));
        ByteBuffer bytes = ByteBuffer.wrap(hash);
        long high = (bytes.getLong() & 0xFFFFFFFFFFFF0FFFL) | 0x5000L;
        long low = (bytes.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low).toString();
    }

    private static String normal(String text) {
        return BLANKS.matcher(text).replaceAll(" ");
    }

    private static byte[] sha1(byte[] name) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-1");
            digest.update(ByteBuffer.allocate(16)
                    .putLong(NAMESPACE.getMostSignificantBits())
                    .putLong(NAMESPACE.getLeastSignificantBits())
                    .array());
            return digest.digest(name);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }
}
