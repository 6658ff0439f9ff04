package io.vigie.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.contracts.Headers;
import io.vigie.contracts.Topics;
import io.vigie.contracts.client.ClientEvent.ClientSitesChanged;
import io.vigie.query.testing.Letters;
import io.vigie.query.testing.Lives;
import io.vigie.query.testing.Publisher;
import io.vigie.query.testing.RunningService;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A client of whom an event was left out: no token of it is covered until somebody has decided. */
@SuppressWarnings("NullAway.Init")
class HeldClientIT extends RunningService {

    private String id = "";
    private Letters letters;

    @BeforeEach
    void register() {
        id = Lives.id();
        letters = new Letters(http, publisher);
        relayed(Publisher.event(Lives.registered(id), 1, Lives.NOON));
        http.until("/api/clients/" + id, json -> true);
    }

    @Test
    void givenEventThatCantBeRead_whenReadWithItsToken_then503UntilSomebodyEvictsIt() {
        long token = ConsistencyTokenIT.TRANSACTION.incrementAndGet();
        RecordMetadata place = publisher.relay(token, List.of(broken(2))).get(0);
        long letter = letters.about(place).get("deadLetterId").asLong();

        assertThat(status(token)).isEqualTo(503);
        assertThat(http.get("/api/clients/" + id + "/events?consistencyToken=" + token)
                        .status())
                .isEqualTo(503);
        assertThat(http.get("/api/clients/" + id).status()).isEqualTo(200);
        assertThat(http.get("/api/summary?consistencyToken=" + token).status()).isEqualTo(200);

        letters.evict(letter);
        http.until("/api/clients/" + id + "?consistencyToken=" + token, json -> true);
    }

    @Test
    void givenEventBehindOneThatCantBeRead_whenReadWithItsToken_then503UntilItIsShown() {
        RecordMetadata place = relayed(broken(2));
        long letter = letters.about(place).get("deadLetterId").asLong();
        long token = ConsistencyTokenIT.TRANSACTION.incrementAndGet();
        publisher.relay(token, List.of(Publisher.event(new ClientSitesChanged(id, 17), 3, Lives.NOON)));

        assertThat(status(token)).isEqualTo(503);

        letters.evict(letter);
        JsonNode shown = http.until("/api/clients/" + id + "?consistencyToken=" + token, json -> true);
        assertThat(shown.get("numSites").asInt()).isEqualTo(17);
        assertThat(shown.get("version").asInt()).isEqualTo(3);
    }

    @Test
    void givenRegistrationThatCantBeRead_whenReadWithItsToken_then503AndNot404() {
        id = Lives.id();
        long token = ConsistencyTokenIT.TRANSACTION.incrementAndGet();
        publisher.relay(
                token,
                List.of(Publisher.valued(
                        Publisher.event(Lives.registered(id), 1, Lives.NOON), Publisher.utf8("{broken"))));

        assertThat(status(token)).isEqualTo(503);
        assertThat(http.get("/api/clients/" + id).status()).isEqualTo(404);
    }

    @Test
    void givenEventThatTheRelayGaveUp_whenReadWithItsTokenAtOnce_then503UntilItIsThereAfterAll() {
        long token = ConsistencyTokenIT.TRANSACTION.incrementAndGet();
        publisher.relay(token, List.of(givenUp(2)));
        assertThat(status(token)).isEqualTo(503);

        JsonNode listed = http.until(
                "/api/dead-letters?limit=500", json -> json.toString().contains(id));
        for (JsonNode letter : listed.get("items")) {
            if (letter.toString().contains(id)) {
                letters.evict(letter.get("deadLetterId").asLong());
            }
        }
        assertThat(status(token)).isEqualTo(503);

        relayed(Publisher.event(new ClientSitesChanged(id, 21), 2, Lives.NOON));
        JsonNode shown = http.until("/api/clients/" + id + "?consistencyToken=" + token, json -> true);
        assertThat(shown.get("numSites").asInt()).isEqualTo(21);
    }

    @Test
    void givenTwoEventsThatCantBeRead_whenOneIsEvicted_thenTheOtherStillHolds() {
        RecordMetadata first = relayed(broken(2));
        long token = ConsistencyTokenIT.TRANSACTION.incrementAndGet();
        RecordMetadata second = publisher.relay(token, List.of(broken(3))).get(0);
        letters.evict(letters.about(first).get("deadLetterId").asLong());

        assertThat(status(token)).isEqualTo(503);

        letters.evict(letters.about(second).get("deadLetterId").asLong());
        http.until("/api/clients/" + id + "?consistencyToken=" + token, json -> true);
    }

    private ProducerRecord<byte[], byte[]> givenUp(long version) {
        return Publisher.raw(
                Topics.DEAD_LETTERS.name(),
                id,
                new byte[0],
                Map.of(
                        Headers.VERSION,
                        Long.toString(version),
                        Headers.DEAD_LETTER_CONSUMER,
                        "relay",
                        Headers.DEAD_LETTER_REASON,
                        "tests",
                        Headers.DEAD_LETTER_ORIGIN,
                        Topics.CLIENT_EVENTS.name() + "/0/" + id,
                        Headers.DEAD_LETTER_TIME,
                        "2026-03-01T12:00:00Z"));
    }

    @Test
    void givenForgeryOfAnEventThatWasApplied_whenReadWithAToken_thenNobodyWaits() {
        letters.about(publisher.send(broken(1)).get(0));
        long token = ConsistencyTokenIT.TRANSACTION.incrementAndGet();
        publisher.relay(token, List.of(Publisher.event(new ClientSitesChanged(id, 4), 2, Lives.NOON)));

        assertThat(status(token)).isEqualTo(200);
    }

    private int status(long token) {
        return http.get("/api/clients/" + id + "?consistencyToken=" + token).status();
    }

    private ProducerRecord<byte[], byte[]> broken(long version) {
        return Publisher.valued(
                Publisher.event(new ClientSitesChanged(id, 1), version, Lives.NOON), Publisher.utf8("{broken"));
    }

    private RecordMetadata relayed(ProducerRecord<byte[], byte[]> event) {
        return publisher
                .relay(ConsistencyTokenIT.TRANSACTION.incrementAndGet(), List.of(event))
                .get(0);
    }
}
