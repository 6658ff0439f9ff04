package io.vigie.standalone.events;

import io.vigie.contracts.Headers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An event as it is in Kafka. */
record TailedEvent(
        String topic,
        int partition,
        long offset,
        String time,
        String type,
        String subject,
        String version,
        JsonNode payload) {

    static TailedEvent of(ConsumerRecord<byte[], byte[]> found) {
        return new TailedEvent(
                found.topic(),
                found.partition(),
                found.offset(),
                header(
                        found,
                        Headers.TIME,
                        Instant.ofEpochMilli(found.timestamp()).toString()),
                header(found, Headers.TYPE, ""),
                header(found, Headers.SUBJECT, found.key() == null ? "" : utf8(found.key())),
                header(found, Headers.VERSION, ""),
                payload(found.value()));
    }

    ObjectNode json() {
        ObjectNode json = JsonMapper.shared()
                .createObjectNode()
                .put("topic", topic)
                .put("partition", partition)
                .put("offset", offset)
                .put("time", time)
                .put("type", type)
                .put("subject", subject)
                .put("version", version);
        json.set("payload", payload);
        return json;
    }

    private static JsonNode payload(byte @Nullable [] value) {
        if (value == null) {
            return JsonMapper.shared().nullNode();
        }
        try {
            return JsonMapper.shared().readTree(value);
        } catch (JacksonException garbage) {
            return JsonMapper.shared().getNodeFactory().stringNode(utf8(value));
        }
    }

    private static String header(ConsumerRecord<byte[], byte[]> found, String name, String otherwise) {
        Header header = found.headers().lastHeader(name);
        return header == null || header.value() == null ? otherwise : utf8(header.value());
    }

    private static String utf8(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
