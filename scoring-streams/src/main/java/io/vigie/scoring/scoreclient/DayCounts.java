package io.vigie.scoring.scoreclient;

import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The counts of a version on a day. Each client adds to a dozen of them. A value in the store for each bin cost more than scoring
 * does, and one value for all would write them all for a single client: so the clients since the last time stand beside the rest,
 * and are added to it when there are some.
 */
final class DayCounts {

    private static final int MOST_RECENT = 16;

    private final KeyValueStore<String, byte[]> store;
    private final String key;
    private final String recentKey;
    private final BinCounts all;
    private BinCounts recent;
    private int clients;

    /** As they stand in the store. */
    DayCounts(SketchKey day, KeyValueStore<String, byte[]> store) {
        this.store = store;
        key = day.text();
        recentKey = key + "/recent";
        byte[] stored = store.get(key);
        all = stored == null ? new BinCounts() : new BinCounts(stored);
        byte[] storedRecent = store.get(recentKey);
        recent = storedRecent == null ? new BinCounts() : new BinCounts(storedRecent);
        all.addAll(recent);
        // How many clients are in it stands nowhere: the next one brings them together.
        clients = storedRecent == null ? 0 : MOST_RECENT - 1;
    }

    /** Counts a client in all the bins that it is told, here and in the store. */
    void count(Consumer<Bins> client) {
        client.accept((field, bin) -> {
            all.add(field, bin, 1);
            recent.add(field, bin, 1);
        });
        clients++;
        if (clients == MOST_RECENT) {
            putAll();
        } else {
            store.put(recentKey, recent.bytes());
        }
    }

    /** Where a client counts. */
    interface Bins {
        void add(String field, String bin);
    }

    /** Takes over a bin that has a key of its own. */
    void bringOver(String binKey, byte[] number) {
        all.add(
                SketchKey.fieldOf(binKey),
                SketchKey.binOf(binKey),
                ByteBuffer.wrap(number).getLong());
        store.delete(binKey);
        putAll();
    }

    private void putAll() {
        store.put(key, all.bytes());
        store.delete(recentKey);
        recent = new BinCounts();
        clients = 0;
    }

    /** All that was counted. */
    BinCounts all() {
        return all;
    }

    /** Takes them out of the store. */
    void forget() {
        store.delete(key);
        store.delete(recentKey);
    }
}
