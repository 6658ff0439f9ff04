package io.vigie.scoring.scoreclient;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The counts of a version on a day as they stand in the store. Each event adds to half a dozen of them: what they are and what
 * their keys are called is remembered, because asking the store took longer than scoring does.
 */
final class DayCounts {

    private final SketchKey key;
    private final Map<String, Map<String, Count>> fields = new HashMap<>();

    private static final class Count {

        private final String key;
        private long number;

        private Count(String key) {
            this.key = key;
        }
    }

    DayCounts(SketchKey key) {
        this.key = key;
    }

    /** One that the store has. */
    void remember(String storeKey, byte[] number) {
        String[] place = storeKey.substring(key.prefix().length()).split("/", 2);
        count(place[0], place[1]).number = ByteBuffer.wrap(number).getLong();
    }

    /** One more, here and in the store. */
    void add(String field, String bin, KeyValueStore<String, byte[]> store) {
        Count count = count(field, bin);
        count.number++;
        store.put(
                count.key, ByteBuffer.allocate(Long.BYTES).putLong(count.number).array());
    }

    private Count count(String field, String bin) {
        return fields.computeIfAbsent(field, name -> new HashMap<>())
                .computeIfAbsent(bin, place -> new Count(key.bin(field, place)));
    }
}
