package io.vigie.scoring.scoreclient;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/** Records with another value or another header. */
final class Records {

    private Records() {}

    /** The same key, headers and time with another value. */
    static TestRecord<byte[], byte[]> value(TestRecord<byte[], byte[]> record, String value) {
        return new TestRecord<>(record.key(), value.getBytes(UTF_8), record.headers(), record.getRecordTime());
    }

    /** The same record, changed; null takes the header away. */
    static TestRecord<byte[], byte[]> header(TestRecord<byte[], byte[]> record, String name, @Nullable String value) {
        Events.put(record.headers(), name, value);
        return record;
    }

    /** What a header says. */
    static @Nullable String header(TestRecord<byte[], byte[]> record, String name) {
        return Incoming.header(record.headers(), name);
    }
}
