package io.vigie.scoring.scoreclient;

import io.vigie.contracts.client.ClientEvent;
import java.time.Instant;
import java.util.UUID;

/** A record that turned out to be a client event of a kind that this build knows. */
record ReceivedEvent(Incoming record, String clientId, UUID id, long version, Instant time, ClientEvent payload) {

    /** Enough of the id to tell two events of one client apart. */
    long idDigest() {
        return digest(id);
    }

    static long digest(UUID id) {
        return id.getMostSignificantBits() ^ Long.rotateLeft(id.getLeastSignificantBits(), 17);
    }
}
