package io.vigie.scoring.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/** Real stores, as many as twelve partitions have. */
class BoundedRocksTest {

    private static final int MIB = 1024 * 1024;
    private static final int STORES = 36;

    /** The third of each partition holds hardly anything. */
    private static final int BUSY = 24;

    @TempDir
    Path folder;

    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
    }

    @Test
    void givenTwoStores_whenOneIsWritten_thenTheOtherSeesItInTheSameCache() throws Exception {
        RocksDB written = store("written");
        RocksDB idle = store("idle");
        long before = idle.getLongProperty("rocksdb.block-cache-usage");

        write(written);

        assertThat(idle.getLongProperty("rocksdb.block-cache-capacity")).isEqualTo(48L * MIB);
        // Write buffers are charged to the cache.
        assertThat(idle.getLongProperty("rocksdb.block-cache-usage"))
                .isGreaterThan(before + MIB)
                .isEqualTo(written.getLongProperty("rocksdb.block-cache-usage"));
    }

    @Test
    void givenStoresOfAllPartitions_whenAllAreWritten_thenTheirBuffersTogetherKeepTheBudget() throws Exception {
        List<RocksDB> stores = new ArrayList<>();
        for (int number = 0; number < STORES; number++) {
            stores.add(store("store-" + number));
        }

        long buffered = 0;
        for (RocksDB store : stores.subList(0, BUSY)) {
            write(store);
        }
        for (RocksDB store : stores) {
            buffered += store.getLongProperty("rocksdb.cur-size-all-mem-tables");
        }

        // The budget, and for each store the block that an empty buffer begins with.
        assertThat(buffered).isLessThan(24L * MIB + STORES * 256L * 1024);
    }

    private RocksDB store(String name) throws RocksDBException {
        Options options = new Options().setCreateIfMissing(true).setTableFormatConfig(new BlockBasedTableConfig());
        new BoundedRocks().setConfig(name, options, Map.of());
        RocksDB store = RocksDB.open(options, folder.resolve(name).toString());
        open.add(store);
        open.add(options);
        return store;
    }

    /** More than a store's share of the budget, and less than it may buffer when it is alone. */
    private static void write(RocksDB store) throws RocksDBException, InterruptedException {
        Random random = new Random(1);
        byte[] value = new byte[1024];
        for (int batch = 0; batch < 7; batch++) {
            try (WriteBatch writes = new WriteBatch();
                    WriteOptions how = new WriteOptions().setDisableWAL(true)) {
                for (int row = 0; row < 256; row++) {
                    random.nextBytes(value);
                    writes.put("%d-%d".formatted(batch, row).getBytes(UTF_8), value);
                }
                store.write(how, writes);
            }
            // The budget is kept by flushing, which a writer in a hurry outruns.
            while (store.getLongProperty("rocksdb.num-immutable-mem-table") > 0) {
                Thread.sleep(1);
            }
        }
    }
}
