package io.vigie.scoring.scoreclient;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** All clients of a partition, a few at a time, so that events never wait for a sweep. */
record ClientChunks(KeyValueStore<String, byte[]> states) {

    static final int CHUNK = 200;

    /** The next clients in the order of their ids; fewer than {@link #CHUNK} are the last. */
    List<KeyValue<String, byte[]>> after(@Nullable String clientId) {
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
