package io.vigie.query;

import static io.vigie.query.testing.Publisher.utf8;
import static io.vigie.query.testing.Publisher.valued;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.contracts.Headers;
import io.vigie.contracts.Topics;
import io.vigie.contracts.client.ClientEvent.ClientSitesChanged;
import io.vigie.query.testing.Letters;
import io.vigie.query.testing.Lives;
import io.vigie.query.testing.Publisher;
import io.vigie.query.testing.RunningService;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Records that nobody will ever handle: someone decided so, and what waited for them goes on. */
class EvictedRecordsIT extends RunningService {

    private Letters letters;

    @BeforeEach
    void letters() {
        letters = new Letters(http, publisher);
    }

    @Test
    void givenUnreadableEvents_whenEvictedInAnyOrder_thenLaterOnesOfTheirClientAreApplied() {
        String id = Lives.id();
        publisher.send(Publisher.event(Lives.registered(id), 1, Lives.NOON));
        long second = letters.ofBroken(id, 2);
        long third = letters.ofBroken(id, 3);
        publisher.send(Publisher.event(new ClientSitesChanged(id, 44), 4, Lives.NOON));

        letters.evict(third);
        assertThat(http.get("/api/clients/" + id).json().get("version").asLong())
                .isEqualTo(1);
        letters.evict(second);

        http.until("/api/clients/" + id, json -> json.get("numSites").asInt() == 44);
        publisher.send(Publisher.event(new ClientSitesChanged(id, 55), 5, Lives.NOON));
        http.until("/api/clients/" + id, json -> json.get("version").asLong() == 5);
        List<Long> versions = new ArrayList<>();
        http.get("/api/clients/" + id + "/events")
                .json()
                .get("items")
                .forEach(item -> versions.add(item.get("version").asLong()));
        assertThat(versions).containsExactly(1L, 4L, 5L);
    }

    @Test
    void givenUnreadableEvent_whenItIsEvictedBeforeAnyOtherComes_thenTheNextIsAppliedAtOnce() {
        String id = Lives.id();
        publisher.send(Publisher.event(Lives.registered(id), 1, Lives.NOON));
        long letter = letters.ofBroken(id, 2);

        letters.evict(letter);
        publisher.send(Publisher.event(new ClientSitesChanged(id, 33), 3, Lives.NOON));

        http.until("/api/clients/" + id, json -> json.get("numSites").asInt() == 33);
    }

    @Test
    void givenForgedEvent_whenEvicted_thenTheRealOneOfItsVersionIsStillApplied() {
        String id = Lives.id();
        publisher.send(Publisher.event(Lives.registered(id), 1, Lives.NOON));
        long letter = letters.ofBroken(id, 2);

        letters.evict(letter);
        publisher.send(Publisher.event(new ClientSitesChanged(id, 22), 2, Lives.NOON));

        http.until("/api/clients/" + id, json -> json.get("numSites").asInt() == 22);
    }

    @Test
    void givenEvictedEvent_whenRetriedAfterwards_thenThereIsAnotherLetterAndNoEffect() {
        String id = Lives.id();
        publisher.send(Publisher.event(Lives.registered(id), 1, Lives.NOON));
        long first = letters.ofBroken(id, 2);
        letters.evict(first);
        publisher.send(Publisher.event(new ClientSitesChanged(id, 33), 3, Lives.NOON));
        http.until("/api/clients/" + id, json -> json.get("version").asLong() == 3);

        http.send("POST", "/api/dead-letters/" + first + "/retry");

        http.until("/api/dead-letters?limit=500", json -> {
            List<Long> listed = new ArrayList<>();
            json.get("items").forEach(item -> {
                if (item.get("key").asString("").equals(id)) {
                    listed.add(item.get("deadLetterId").asLong());
                }
            });
            return listed.size() == 2 && listed.get(1) == first;
        });
        assertThat(http.get("/api/clients/" + id).json().get("version").asLong())
                .isEqualTo(3);
    }

    @Test
    void givenEventThatTheRelayGaveUp_whenItSaysSo_thenLaterOnesAreApplied() {
        String id = Lives.id();
        ProducerRecord<byte[], byte[]> told = new ProducerRecord<>(
                Topics.RETRIES.name(),
                null,
                utf8(id),
                new byte[0],
                Publisher.event(new ClientSitesChanged(id, 1), 2, Lives.NOON).headers());
        Map.of(
                        Headers.RETRY_CONSUMER,
                        "query",
                        Headers.RETRY_ACTION,
                        "evict",
                        Headers.DEAD_LETTER_ID,
                        "0",
                        Headers.DEAD_LETTER_ORIGIN,
                        "vigie.client.events.v1/3/" + id)
                .forEach((name, text) -> told.headers().add(name, utf8(text)));
        publisher.send(
                Publisher.event(Lives.registered(id), 1, Lives.NOON),
                told,
                Publisher.event(new ClientSitesChanged(id, 33), 3, Lives.NOON));

        http.until("/api/clients/" + id, json -> json.get("numSites").asInt() == 33);
    }

    @Test
    void givenUnreadableScore_whenEvicted_thenLaterOnesOfItsClientHold() {
        String id = Lives.id();
        ProducerRecord<byte[], byte[]> second = Publisher.score(Lives.score(id, 2, 2, 0.5, null));
        RecordMetadata place = publisher
                .send(
                        Publisher.event(Lives.registered(id), 1, Lives.NOON),
                        Publisher.score(Lives.score(id, 1, 1, 0.25, null)),
                        valued(
                                second,
                                utf8(new String(second.value(), StandardCharsets.UTF_8)
                                        .replace("\"probability\":0.5", "\"probability\":5"))),
                        Publisher.score(Lives.score(id, 3, 3, 0.75, null)))
                .get(2);
        long letter = letters.about(place).get("deadLetterId").asLong();

        assertThat(http.send("POST", "/api/dead-letters/" + letter + "/evict").status())
                .isEqualTo(202);

        http.until("/api/clients/" + id, json -> json.get("risk").path("score").asDouble() == 0.75);
        assertThat(http.get("/api/clients/" + id + "/scores").json().get("items"))
                .hasSize(2);
    }
}
