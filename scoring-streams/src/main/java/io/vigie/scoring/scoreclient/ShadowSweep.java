package io.vigie.scoring.scoreclient;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * A new challenger answers to the last score of every active client once, so that it can be compared at once. How far that
 * came is in the store of the models in use, and so in the transaction of the answers: a restart goes on there.
 */
final class ShadowSweep {

    static final String KEY = "shadow-sweep";

    private static final byte FORMAT = 1;

    private final ClientChunks clients;
    private final KeyValueStore<String, byte[]> store;
    private final EventScoring scoring;
    private final ModelsInUse models;
    private final Clock clock;

    private Progress progress;

    /**
     * How far it came.
     *
     * @param challenger its digest, 0 before the first
     * @param done whether all have been asked
     * @param cursor the last client that was asked, empty before the first
     */
    private record Progress(long challenger, boolean done, String cursor) {

        static final Progress NONE = new Progress(0, true, "");

        static Progress read(byte @Nullable [] bytes) {
            if (bytes == null) {
                return NONE;
            }
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            byte format = buffer.get();
            if (format != FORMAT) {
                // It only spares work: whoever doesn't understand it begins again.
                return NONE;
            }
            long challenger = buffer.getLong();
            boolean done = buffer.get() != 0;
            return new Progress(
                    challenger, done, StandardCharsets.UTF_8.decode(buffer).toString());
        }

        byte[] write() {
            byte[] client = cursor.getBytes(StandardCharsets.UTF_8);
            return ByteBuffer.allocate(2 + Long.BYTES + client.length)
                    .put(FORMAT)
                    .putLong(challenger)
                    .put((byte) (done ? 1 : 0))
                    .put(client)
                    .array();
        }
    }

    ShadowSweep(
            ClientChunks clients,
            KeyValueStore<String, byte[]> store,
            EventScoring scoring,
            ModelsInUse models,
            Clock clock) {
        this.clients = clients;
        this.store = store;
        this.scoring = scoring;
        this.models = models;
        this.clock = clock;
        this.progress = Progress.read(store.get(KEY));
    }

    /** The models must be there. */
    void step() {
        Scorers scorers = models.current();
        Scorer challenger = scorers.challenger();
        if (challenger == null) {
            forget();
            return;
        }
        boolean known = challenger.digest() == progress.challenger();
        if (known && progress.done()) {
            return;
        }
        String cursor = known ? progress.cursor() : "";
        String last = clients.handle(cursor.isEmpty() ? null : cursor, (clientId, state) -> {
            if (state.isActive() && state.last().features().length > 0) {
                scoring.shadow(clientId, state, Cause.shadow(clientId, scorers.revision(), clock.instant()));
            }
        });
        progress = new Progress(challenger.digest(), last == null, last == null ? "" : last);
        store.put(KEY, progress.write());
    }

    /** A challenger that is dismissed and comes back has missed something. */
    private void forget() {
        if (!progress.equals(Progress.NONE)) {
            progress = Progress.NONE;
            store.delete(KEY);
        }
    }
}
