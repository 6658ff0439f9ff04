package io.vigie.scoring.scoreclient;

import io.vigie.contracts.features.ClientFacts;
import org.jspecify.annotations.Nullable;

/**
 * Everything that scoring remembers of one client.
 *
 * @param version of the last event that counts as done, 0 before the first
 * @param facts null before the registration
 * @param last the last score record
 * @param recent digests of the ids of the last events, the newest last
 * @param parked how many events of this client wait for a missing one
 * @param undo this state before the first event that was applied out of parking or evicted, until the next event comes
 *     straight from the topic: that may show that the other was never the client's
 */
record ClientState(
        long version,
        @Nullable ClientFacts facts,
        LastScore last,
        long[] recent,
        int parked,
        @Nullable ClientState undo) {

    /** How many event ids are remembered. */
    static final int MEMORY = 64;

    static final ClientState UNKNOWN = new ClientState(0, null, LastScore.NONE, new long[0], 0, null);

    /** The state after the event with that digest. */
    ClientState after(long digest, @Nullable ClientFacts newFacts) {
        int kept = Math.min(recent.length, MEMORY - 1);
        long[] ids = new long[kept + 1];
        System.arraycopy(recent, recent.length - kept, ids, 0, kept);
        ids[kept] = digest;
        return new ClientState(version + 1, newFacts, last, ids, parked, undo);
    }

    /** Whether there is a risk to speak of: the client is known and hasn't left. */
    boolean isActive() {
        return facts != null && facts.active();
    }

    ClientState withLast(LastScore newLast) {
        return new ClientState(version, facts, newLast, recent, parked, undo);
    }

    ClientState withParked(int newParked) {
        return new ClientState(version, facts, last, recent, newParked, undo);
    }

    ClientState withUndo(@Nullable ClientState newUndo) {
        return new ClientState(version, facts, last, recent, parked, newUndo);
    }

    /** Whether the event of that version had that id, as far as is remembered. */
    boolean had(long earlier, long digest) {
        long index = recent.length - 1 - (version - earlier);
        return index < 0 || recent[(int) index] == digest;
    }
}
