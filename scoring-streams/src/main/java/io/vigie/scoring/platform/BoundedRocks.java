package io.vigie.scoring.platform;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * One cache and one budget of write buffers for all stores of the process; otherwise each partition of each store takes
 * its own.
 */
public final class BoundedRocks implements RocksDBConfigSetter {

    static {
        RocksDB.loadLibrary();
    }

    private static final long CACHE_BYTES = 48L * 1024 * 1024;
    private static final long WRITE_BUFFER_BYTES = 24L * 1024 * 1024;
    private static final long ONE_WRITE_BUFFER_BYTES = 2L * 1024 * 1024;

    private static final Cache CACHE = new LRUCache(CACHE_BYTES);
    private static final WriteBufferManager WRITE_BUFFERS = new WriteBufferManager(WRITE_BUFFER_BYTES, CACHE);

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(CACHE);
        table.setCacheIndexAndFilterBlocks(true);
        options.setTableFormatConfig(table);
        options.setWriteBufferManager(WRITE_BUFFERS);
        options.setWriteBufferSize(ONE_WRITE_BUFFER_BYTES);
        options.setMaxWriteBufferNumber(2);
        options.setKeepLogFileNum(2);
    }

    @Override
    public void close(String storeName, Options options) {
        // Cache and buffers are shared and live as long as the process.
    }
}
