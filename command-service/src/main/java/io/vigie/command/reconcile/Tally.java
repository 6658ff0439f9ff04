package io.vigie.command.reconcile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * What a set of events amounts to, whatever their order: how many, and the sum of their fingerprints. A missing, a doubled
 * and an altered event all change it.
 *
 * @param events how many
 * @param digest sum of the fingerprints modulo 2^64
 */
record Tally(long events, long digest) {

    static final Tally NONE = new Tally(0, 0);

    Tally plus(String eventId, byte[] payload) {
        return new Tally(events + 1, digest + fingerprint(eventId, payload));
    }

    Tally minus(Tally other) {
        return new Tally(events - other.events, digest - other.digest);
    }

    private static long fingerprint(String eventId, byte[] payload) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(eventId.getBytes(UTF_8));
            return ByteBuffer.wrap(sha256.digest(payload)).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
