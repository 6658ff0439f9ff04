package io.vigie.scoring.scoreclient;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** All clients of a partition, a few at a time, so that events never wait long for a sweep, however slow the model is. */
record ClientChunks(KeyValueStore<String, byte[]> states, Clock clock) {

    static final int CHUNK = 200;

    /** A thread has up to a dozen partitions, and all of their steps together are in a transaction that may last 10 s. */
    static final long LONGEST_MILLIS = 50;

    /**
     * Does the work for the next clients in the order of their ids: for one at least, and for no more once the time is
     * over.
     *
     * @param clientId the last one that was handled, null to begin with the first
     * @return the last one that is handled now, null when that was the last of all
     */
    @Nullable
    String handle(@Nullable String clientId, BiConsumer<String, ClientState> work) {
        List<KeyValue<String, byte[]>> chunk = after(clientId);
        long end = clock.millis() + LONGEST_MILLIS;
        for (KeyValue<String, byte[]> entry : chunk) {
            work.accept(entry.key, ClientStateFormat.read(entry.value));
            if (clock.millis() >= end) {
                return entry.key;
            }
        }
        return chunk.size() < CHUNK ? null : chunk.get(chunk.size() - 1).key;
    }

    private List<KeyValue<String, byte[]>> after(@Nullable String clientId) {
        List<KeyValue<String, byte[]>> chunk = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> rest = states.range(clientId, null)) {
            while (rest.hasNext() && chunk.size() < CHUNK) {
                KeyValue<String, byte[]> entry = rest.next();
                if (!entry.key.equals(clientId)) {
                    chunk.add(entry);
                }
            }
        }
        return chunk;
    }
}
