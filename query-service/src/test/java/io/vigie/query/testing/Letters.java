package io.vigie.query.testing;

import static io.vigie.query.testing.Publisher.utf8;
import static io.vigie.query.testing.Publisher.valued;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.contracts.client.ClientEvent.ClientSitesChanged;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.RecordMetadata;
import tools.jackson.databind.JsonNode;

/** The dead letters of a running service, and what people decide on them. */
public record Letters(Http http, Publisher publisher) {

    /** The letter about the record at that place, as soon as it is listed. */
    public JsonNode about(RecordMetadata place) {
        String origin = place.topic() + "/" + place.partition() + "/" + place.offset();
        List<JsonNode> found = new ArrayList<>();
        http.until("/api/dead-letters?limit=500", json -> {
            json.get("items").forEach(item -> {
                if (item.get("origin").asString().equals(origin)) {
                    found.add(item);
                }
            });
            return !found.isEmpty();
        });
        return found.get(0);
    }

    /** Publishes an event that can't be read; the id of its letter. */
    public long ofBroken(String id, long version) {
        RecordMetadata place = publisher
                .send(valued(Publisher.event(new ClientSitesChanged(id, 1), version, Lives.NOON), utf8("{broken")))
                .get(0);
        return about(place).get("deadLetterId").asLong();
    }

    /** Evicts the record of that letter, and waits until that is shown. */
    public void evict(long letter) {
        String path = "/api/dead-letters/" + letter;
        assertThat(http.send("POST", path + "/evict").status()).isEqualTo(202);
        http.until(path, json -> json.get("state").asString().equals("evicted"));
    }
}
