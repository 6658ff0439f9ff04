package io.vigie.standalone.events;

import io.vigie.standalone.Refusal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Where reading begins in each partition. */
interface From {

    /** How many events of each partition may be among the last few. */
    int LAST = 20;

    /**
     * Reads {@code beginning}, an offset, a moment or a day (UTC); without any, the last few events.
     *
     * @throws Refusal when it is none of these
     */
    static From of(@Nullable String text) {
        if (text == null) {
            return (consumer, ends) -> before(consumer, ends, LAST);
        }
        if (text.equals("beginning")) {
            return (consumer, ends) -> consumer.beginningOffsets(ends.keySet());
        }
        if (text.matches("\\d{1,18}")) {
            return (consumer, ends) -> at(consumer, ends, Long.parseLong(text));
        }
        Instant time = time(text);
        return (consumer, ends) -> since(consumer, ends, time);
    }

    /** The first offset to be read, by partition. */
    Map<TopicPartition, Long> offsets(Consumer<?, ?> consumer, Map<TopicPartition, Long> ends);

    private static Instant time(String text) {
        try {
            return text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException neither) {
            throw new Refusal(
                    "--from takes beginning, an offset, a day as 2026-01-31 or a moment as 2026-01-31T12:00:00Z.",
                    2,
                    neither);
        }
    }

    private static Map<TopicPartition, Long> before(
            Consumer<?, ?> consumer, Map<TopicPartition, Long> ends, int count) {
        Map<TopicPartition, Long> first = new HashMap<>(consumer.beginningOffsets(ends.keySet()));
        first.replaceAll((partition, offset) -> Math.max(offset, ends.getOrDefault(partition, offset) - 2L * count));
        return first;
    }

    private static Map<TopicPartition, Long> at(Consumer<?, ?> consumer, Map<TopicPartition, Long> ends, long wanted) {
        Map<TopicPartition, Long> first = new HashMap<>(consumer.beginningOffsets(ends.keySet()));
        first.replaceAll((partition, offset) ->
                Math.min(Math.max(offset, wanted), Math.max(offset, ends.getOrDefault(partition, offset))));
        return first;
    }

    private static Map<TopicPartition, Long> since(
            Consumer<?, ?> consumer, Map<TopicPartition, Long> ends, Instant time) {
        Map<TopicPartition, Long> asked = new HashMap<>();
        ends.keySet().forEach(partition -> asked.put(partition, time.toEpochMilli()));
        Map<TopicPartition, Long> first = new HashMap<>(ends);
        consumer.offsetsForTimes(asked).forEach((partition, found) -> put(first, partition, found));
        return first;
    }

    private static void put(
            Map<TopicPartition, Long> first, TopicPartition partition, @Nullable OffsetAndTimestamp found) {
        if (found != null) {
            first.put(partition, found.offset());
        }
    }
}
