package io.vigie.acceptance.faults;

import io.vigie.acceptance.check.TopicContent;
import io.vigie.acceptance.system.Json;
import io.vigie.contracts.Headers;
import io.vigie.contracts.Topics;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import tools.jackson.databind.node.ObjectNode;

/** Records of clients' events that no part of the system sent. */
public final class ForgedRecords {

    private ForgedRecords() {}

    /** Every client's first record once more, after newer ones. */
    public static void repeatFirst(Map<String, Object> kafka) throws Exception {
        try (RawProducer producer = RawProducer.plain(kafka)) {
            for (ConsumerRecord<String, byte[]> record : TopicContent.of(kafka, Topics.CLIENT_EVENTS.name())) {
                if (TopicContent.header(record, Headers.VERSION).equals("1")) {
                    producer.send(copy(
                            record,
                            record.value(),
                            record.headers().lastHeader(Headers.ID).value(),
                            "1"));
                }
            }
        }
    }

    /** A next event of every client, complete in all but the commit. */
    public static void abortNext(Map<String, Object> kafka) throws Exception {
        Map<String, ConsumerRecord<String, byte[]>> newest = new HashMap<>();
        TopicContent.of(kafka, Topics.CLIENT_EVENTS.name())
                .forEach(record -> newest.put(String.valueOf(record.key()), record));
        try (RawProducer producer = RawProducer.transactional(kafka)) {
            for (ConsumerRecord<String, byte[]> record : newest.values()) {
                long version = Long.parseLong(TopicContent.header(record, Headers.VERSION)) + 1;
                ObjectNode payload = (ObjectNode) Json.parse("{}");
                payload.put("clientId", record.key()).put("numSites", 999_999);
                var ghost = copy(
                        record,
                        Json.write(payload).getBytes(StandardCharsets.UTF_8),
                        UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8),
                        Long.toString(version));
                ghost.headers().remove(Headers.TYPE);
                ghost.headers().add(Headers.TYPE, "client-sites-changed".getBytes(StandardCharsets.UTF_8));
                producer.sendAndAbort(ghost);
            }
        }
    }

    private static ProducerRecord<String, byte[]> copy(
            ConsumerRecord<String, byte[]> record, byte[] value, byte[] id, String version) {
        ProducerRecord<String, byte[]> copy = new ProducerRecord<>(
                record.topic(), record.partition(), record.timestamp(), record.key(), value, record.headers());
        copy.headers().remove(Headers.ID).remove(Headers.VERSION);
        copy.headers().add(Headers.ID, id).add(Headers.VERSION, version.getBytes(StandardCharsets.UTF_8));
        return copy;
    }
}
