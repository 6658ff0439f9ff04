package io.vigie.scoring.scoreclient;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vigie.contracts.score.SourcePosition;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Events, and evictions of events, that came before one that is missing, by client and version. */
final class ParkedEvents {

    private final KeyValueStore<String, byte[]> store;
    private final ScoringMetrics metrics;
    private long here;

    ParkedEvents(KeyValueStore<String, byte[]> store, ScoringMetrics metrics) {
        this.store = store;
        this.metrics = metrics;
        counted(count());
    }

    /** When another instance takes over. */
    void release() {
        counted(-here);
    }

    private void counted(long more) {
        here += more;
        metrics.parked(more);
    }

    private static String key(String clientId, long version) {
        return "%s/%019d".formatted(clientId, version);
    }

    /** False when one of that version is parked already. */
    boolean park(String clientId, long version, Incoming record) {
        String key = key(clientId, version);
        if (store.get(key) != null) {
            return false;
        }
        store.put(key, write(record));
        counted(waits(record));
        return true;
    }

    /** What was decided last about a parked event takes its place. */
    void replace(String clientId, long version, Incoming decided) {
        take(clientId, version);
        park(clientId, version, decided);
    }

    /** An eviction harms nobody while its turn hasn't come. */
    private static int waits(Incoming record) {
        return record.isEviction() ? 0 : 1;
    }

    /** The parked record of that version, which is then no longer parked. */
    @Nullable
    Incoming take(String clientId, long version) {
        byte[] bytes = store.delete(key(clientId, version));
        if (bytes == null) {
            return null;
        }
        Incoming record = read(clientId, bytes);
        counted(-waits(record));
        return record;
    }

    @Nullable
    Incoming peek(String clientId, long version) {
        byte[] bytes = store.get(key(clientId, version));
        return bytes == null ? null : read(clientId, bytes);
    }

    /** Counts one by one: normally there is none. */
    private long count() {
        long count = 0;
        try (KeyValueIterator<String, byte[]> all = store.all()) {
            while (all.hasNext()) {
                count += waits(read("", all.next().value));
            }
        }
        return count;
    }

    private static byte[] write(Incoming record) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeLong(record.timestamp());
            out.writeInt(record.partition());
            out.writeUTF(record.origin());
            SourcePosition source = record.source();
            out.writeBoolean(source != null);
            if (source != null) {
                out.writeInt(source.partition());
                out.writeLong(source.offset());
            }
            Header[] headers = record.headers().toArray();
            out.writeInt(headers.length);
            for (Header header : headers) {
                write(header.key().getBytes(UTF_8), out);
                write(header.value(), out);
            }
            write(record.value(), out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void write(byte @Nullable [] bytes, DataOutputStream out) throws IOException {
        out.writeInt(bytes == null ? -1 : bytes.length);
        if (bytes != null) {
            out.write(bytes);
        }
    }

    private static Incoming read(String clientId, byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            long timestamp = in.readLong();
            int partition = in.readInt();
            String origin = in.readUTF();
            SourcePosition source = in.readBoolean() ? new SourcePosition(in.readInt(), in.readLong()) : null;
            RecordHeaders headers = new RecordHeaders();
            for (int left = in.readInt(); left > 0; left--) {
                byte[] name = read(in);
                headers.add(new String(name == null ? new byte[0] : name, UTF_8), read(in));
            }
            return new Incoming(clientId.getBytes(UTF_8), read(in), headers, timestamp, partition, source, origin);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static byte @Nullable [] read(DataInputStream in) throws IOException {
        int length = in.readInt();
        return length < 0 ? null : in.readNBytes(length);
    }
}
