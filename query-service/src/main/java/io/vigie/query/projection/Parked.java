package io.vigie.query.projection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.record.TimestampType;

/** A record that waits for the one before it. */
record Parked(String track, String subject, long number, String id, ConsumerRecord<byte[], byte[]> kafkaRecord) {

    static Parked of(String track, Numbered<?> numbered, Arrival arrival) {
        return new Parked(track, numbered.subject(), numbered.number(), numbered.id(), arrival.kafkaRecord());
    }

    static Parked read(ResultSet row, int index) throws SQLException {
        byte[] key = row.getBytes("record_key");
        byte[] value = row.getBytes("record_value");
        return new Parked(
                row.getString("track"),
                row.getString("subject"),
                row.getLong("number"),
                row.getString("id"),
                new ConsumerRecord<>(
                        row.getString("topic"),
                        row.getInt("partition"),
                        row.getLong("record_offset"),
                        row.getLong("record_timestamp"),
                        TimestampType.CREATE_TIME,
                        key == null ? ConsumerRecord.NULL_SIZE : key.length,
                        value == null ? ConsumerRecord.NULL_SIZE : value.length,
                        key,
                        value,
                        HeaderText.read(row.getString("record_headers")),
                        Optional.empty()));
    }

    Arrival arrival() {
        return Arrival.of(kafkaRecord);
    }

    /** It stands for a record that only counts, and waits for a later one that needs it. */
    boolean isEviction() {
        return arrival().intent() == Arrival.Intent.EVICT;
    }

    String position() {
        return "%s/%010d/%020d".formatted(kafkaRecord.topic(), kafkaRecord.partition(), kafkaRecord.offset());
    }
}
