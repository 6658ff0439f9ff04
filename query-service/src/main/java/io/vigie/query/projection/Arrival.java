package io.vigie.query.projection;

import io.vigie.contracts.EventEnvelope;
import io.vigie.contracts.EventEnvelope.Unacceptable;
import io.vigie.contracts.Headers;
import io.vigie.contracts.Topics;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/**
 * A record in hand, which nobody trusts yet.
 *
 * @param kafkaRecord as it came
 * @param intent what to do with it
 * @param retryOf the dead letter that it is the second try of; −1 for none
 */
public record Arrival(ConsumerRecord<byte[], byte[]> kafkaRecord, Intent intent, long retryOf) {

    /** It is nobody's second try. */
    public static final long NONE = -1;

    /** Handle it, or only count it. */
    public enum Intent {
        /** As a matter of course. */
        HANDLE,
        /** Count it as done, without any effect. */
        EVICT
    }

    static Arrival of(ConsumerRecord<byte[], byte[]> kafkaRecord) {
        if (!kafkaRecord.topic().equals(Topics.RETRIES.name())) {
            return new Arrival(kafkaRecord, Intent.HANDLE, NONE);
        }
        Map<String, String> headers = headers(kafkaRecord);
        Intent intent = "evict".equals(headers.get(Headers.RETRY_ACTION)) ? Intent.EVICT : Intent.HANDLE;
        return new Arrival(kafkaRecord, intent, DeadLetterId.read(headers));
    }

    /** Whether somebody decided on it; otherwise it comes from the topic where it belongs. */
    boolean isDecision() {
        return kafkaRecord.topic().equals(Topics.RETRIES.name());
    }

    TopicPartition partition() {
        return new TopicPartition(kafkaRecord.topic(), kafkaRecord.partition());
    }

    /** The key as text; null without a key. */
    public @Nullable String key() {
        byte[] key = kafkaRecord.key();
        return key == null ? null : new String(key, StandardCharsets.UTF_8);
    }

    /** The bytes of the value; null for a tombstone. */
    public byte @Nullable [] value() {
        return kafkaRecord.value();
    }

    /** All headers as text, the last of each name. */
    public Map<String, String> headers() {
        return headers(kafkaRecord);
    }

    private static Map<String, String> headers(ConsumerRecord<byte[], byte[]> kafkaRecord) {
        Map<String, String> all = new HashMap<>();
        for (Header header : kafkaRecord.headers()) {
            if (header.value() == null) {
                all.remove(header.key());
            } else {
                all.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
            }
        }
        return all;
    }

    /** What its headers say it is, as every reader of events demands it. */
    EventEnvelope envelope(int partitions) throws Garbage {
        Map<String, String> headers = headers();
        try {
            EventEnvelope envelope =
                    EventEnvelope.of(kafkaRecord.key(), kafkaRecord.timestamp(), name -> headers.get(name));
            demandPlace(partitions);
            return envelope;
        } catch (Unacceptable garbage) {
            throw new Garbage(garbage.reason());
        }
    }

    /** Whose record it is, where key, time and partition can be right. */
    public String subject(int partitions) throws Garbage {
        try {
            String subject = EventEnvelope.subject(kafkaRecord.key());
            EventEnvelope.believable(kafkaRecord.timestamp());
            demandPlace(partitions);
            return subject;
        } catch (Unacceptable garbage) {
            throw new Garbage(garbage.reason());
        }
    }

    /** Whose record it claims to be. */
    public String claimedSubject() throws Garbage {
        try {
            return EventEnvelope.subject(kafkaRecord.key());
        } catch (Unacceptable garbage) {
            throw new Garbage(garbage.reason());
        }
    }

    /** An id made of where it stood first, for a record that has none of its own. */
    public UUID placeId() {
        return UUID.nameUUIDFromBytes(origin().getBytes(StandardCharsets.UTF_8));
    }

    private void demandPlace(int partitions) throws Garbage {
        if (Utils.toPositive(Utils.murmur2(kafkaRecord.key())) % partitions != kafkaRecord.partition()) {
            throw new Garbage("The record is not on the partition of its key.");
        }
    }

    /** {@code topic/partition/offset} of the record as it was first published. */
    public String origin() {
        String first = headers().get(Headers.DEAD_LETTER_ORIGIN);
        return first != null && retryOf != NONE
                ? first
                : kafkaRecord.topic() + "/" + kafkaRecord.partition() + "/" + kafkaRecord.offset();
    }

    /** The offset at which it was first published; −1 when it doesn't say. */
    public long firstOffset() {
        String origin = origin();
        String offset = origin.substring(origin.lastIndexOf('/') + 1);
        return offset.matches("\\d{1,18}") ? Long.parseLong(offset) : NONE;
    }

    /** The topic that it was first published on. */
    String firstTopic() {
        String origin = origin();
        int end = origin.indexOf('/');
        return end < 0 ? origin : origin.substring(0, end);
    }
}
