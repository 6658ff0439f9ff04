package io.vigie.benchmarks.clients;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vigie.contracts.EventType;
import io.vigie.contracts.EventTypes;
import io.vigie.contracts.Headers;
import io.vigie.contracts.client.ClientEvent;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.utils.Utils;
import tools.jackson.databind.json.JsonMapper;

/** Events as the relay would publish them. */
public final class PublishedEvents {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private PublishedEvents() {}

    /** The record of an event that makes its client have that version. */
    public static ProducerRecord<String, byte[]> on(String topic, int partitions, ClientEvent event, long version) {
        EventType type = EventTypes.of(event.getClass());
        Instant now = Instant.now();
        ProducerRecord<String, byte[]> published = new ProducerRecord<>(
                topic,
                Utils.toPositive(Utils.murmur2(event.clientId().getBytes(UTF_8))) % partitions,
                now.toEpochMilli(),
                event.clientId(),
                JSON.writeValueAsBytes(event));
        String id = UUID.randomUUID().toString();
        add(published, Headers.CONTENT_TYPE, "application/json");
        add(published, Headers.SPEC_VERSION, "1.0");
        add(published, Headers.ID, id);
        add(published, Headers.SOURCE, "/vigie/command-service");
        add(published, Headers.TYPE, type.name());
        add(published, Headers.TIME, now.toString());
        add(published, Headers.SUBJECT, event.clientId());
        add(published, Headers.REVISION, Integer.toString(type.revision()));
        add(published, Headers.VERSION, Long.toString(version));
        add(published, Headers.TRANSACTION, Long.toString(version));
        add(published, Headers.GLOBAL_INDEX, Long.toString(version));
        add(published, Headers.ACTOR, "local");
        add(published, Headers.ACTOR_KIND, "user");
        add(published, Headers.CORRELATION_ID, id);
        add(published, Headers.CAUSATION_ID, id);
        return published;
    }

    private static void add(ProducerRecord<String, byte[]> published, String name, String value) {
        published.headers().add(name, value.getBytes(UTF_8));
    }
}
