package io.vigie.query;

import static io.vigie.query.testing.Publisher.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.contracts.Headers;
import io.vigie.contracts.Topics;
import io.vigie.contracts.client.ClientEvent.ClientSitesChanged;
import io.vigie.query.testing.Letters;
import io.vigie.query.testing.Lives;
import io.vigie.query.testing.Published;
import io.vigie.query.testing.Publisher;
import io.vigie.query.testing.RunningService;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class DeadLettersIT extends RunningService {

    private Letters letters;

    @BeforeEach
    void letters() {
        letters = new Letters(http, publisher);
    }

    static Stream<Arguments> poisons() {
        return Poisons.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("poisons")
    void givenPoison_whenPublished_thenItIsADeadLetterAndNobodyElseWaits(
            String name, Function<ProducerRecord<byte[], byte[]>, ProducerRecord<byte[], byte[]>> change) {
        String id = Lives.id();
        ProducerRecord<byte[], byte[]> good = Publisher.event(Lives.registered(id), 1, Lives.NOON);
        ProducerRecord<byte[], byte[]> poison = change.apply(Publisher.event(Lives.registered(id), 1, Lives.NOON));
        List<RecordMetadata> sent =
                publisher.send(good, poison, Publisher.event(new ClientSitesChanged(id, 77), 2, Lives.NOON));

        http.until("/api/clients/" + id, json -> json.path("numSites").asInt() == 77);
        JsonNode letter = letters.about(sent.get(1));

        assertThat(letter.get("consumer").asString()).isEqualTo("query");
        assertThat(letter.get("state").asString()).isEqualTo("open");
        JsonNode shown = http.get(
                        "/api/dead-letters/" + letter.get("deadLetterId").asLong())
                .json();
        byte[] value = poison.value();
        if (value != null
                && value.length < 1000
                && shown.get("encoding").asString().equals("text")) {
            assertThat(shown.get("value").asString()).isEqualTo(new String(value, StandardCharsets.UTF_8));
        }
        assertThat(shown.get("headers").toString()).contains(Headers.DEAD_LETTER_REASON);
    }

    @Test
    void givenAValueTooLongForAnIndex_whenPublished_thenItIsADeadLetterAndNobodyElseWaits() {
        String id = Lives.id();
        String other = Lives.id();
        // Random, or it would be compressed and fit.
        String manager = new Random(7)
                .ints(4_000, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        List<RecordMetadata> sent = publisher.send(
                Publisher.event(Lives.registered(id, "Ann", "Harvey LLC", "TX", manager), 1, Lives.NOON),
                Publisher.event(Lives.registered(other), 1, Lives.NOON));

        http.until("/api/clients/" + other, json -> true);
        assertThat(letters.about(sent.get(0)).get("reason").asString()).isEqualTo("the database can't hold it");
    }

    @Test
    void givenAbortedTransaction_whenOthersAreRead_thenItsRecordsAreInvisible() {
        String aborted = Lives.id();
        String committed = Lives.id();
        publisher.abort(List.of(Publisher.event(Lives.registered(aborted), 1, Lives.NOON)));
        publisher.send(Publisher.event(Lives.registered(committed), 1, Lives.NOON));
        http.until("/api/clients/" + committed, json -> true);
        assertThat(http.get("/api/clients/" + aborted).status()).isEqualTo(404);
    }

    @Test
    void givenJump_whenTheMissingEventComes_thenWhatWasParkedFollows() {
        String id = Lives.id();
        RecordMetadata early = publisher
                .send(Publisher.event(new ClientSitesChanged(id, 5), 2, Lives.NOON))
                .get(0);
        JsonNode letter = letters.about(early);
        assertThat(letter.get("reason").asString()).contains("parked");
        assertThat(http.get("/actuator/metrics/vigie.query.parked").json().toString())
                .doesNotContain("\"value\":0.0");

        publisher.send(Publisher.event(Lives.registered(id), 1, Lives.NOON));
        http.until("/api/clients/" + id, json -> json.path("numSites").asInt() == 5);
    }

    @Test
    void givenPoison_whenRetriedAndEvicted_thenTheDecisionsAreShownAndTheNextLetterIsNew() {
        String id = Lives.id();
        RecordMetadata place = publisher
                .send(Publisher.with(Publisher.event(Lives.registered(id), 1, Lives.NOON), Headers.REVISION, "999"))
                .get(0);
        JsonNode letter = letters.about(place);
        long letterId = letter.get("deadLetterId").asLong();

        var retried = http.send("POST", "/api/dead-letters/" + letterId + "/retry");
        assertThat(retried.status()).isEqualTo(202);
        http.until(
                "/api/dead-letters/" + letterId,
                json -> json.get("state").asString().equals("retried"));
        JsonNode again = http.until(
                "/api/dead-letters?state=open&consumer=query",
                json -> json.get("items").size() > 0
                        && json.get("items").get(0).get("origin").equals(letter.get("origin"))
                        && json.get("items").get(0).get("deadLetterId").asLong() > letterId);

        long second = again.get("items").get(0).get("deadLetterId").asLong();
        assertThat(http.send("POST", "/api/dead-letters/" + second + "/evict").status())
                .isEqualTo(202);
        http.until(
                "/api/dead-letters/" + second,
                json -> json.get("state").asString().equals("evicted"));
    }

    @Test
    void givenRecordOfSeveralMegabytes_whenItCantBeHandled_thenTheLetterIsCutAndNobodyElseWaits() {
        ProducerRecord<byte[], byte[]> large = Publisher.raw(
                Topics.RETRIES.name(),
                "large",
                Poisons.noise(8_388_450),
                Map.of(Headers.RETRY_CONSUMER, "query", Headers.RETRY_ACTION, "retry"));
        RecordMetadata place = publisher.send(large).get(0);
        String id = Lives.id();
        publisher.send(Publisher.event(Lives.registered(id), 1, Lives.NOON));

        http.until("/api/clients/" + id, json -> true);
        JsonNode letter = http.get("/api/dead-letters/" + letters.about(place).get("deadLetterId"))
                .json();

        assertThat(letter.get("headers").toString())
                .contains("\"" + Headers.DEAD_LETTER_CUT_FROM + "\",\"value\":\"8388450\"");
    }

    @Test
    void givenLetterWithoutKey_whenDecidedOn_thenAllDecisionsAreInOnePartition() {
        RecordMetadata sent = publisher
                .send(Publisher.raw(Topics.CLIENT_EVENTS.name(), null, utf8("{}"), Map.of()))
                .get(0);
        String origin = sent.topic() + "/" + sent.partition() + "/" + sent.offset();
        JsonNode letter = http.until("/api/dead-letters?limit=500&consumer=query", json -> json.get("items")
                        .get(0)
                        .get("origin")
                        .asString()
                        .equals(origin))
                .get("items")
                .get(0);
        String id = letter.get("deadLetterId").toString();

        for (int i = 0; i < 5; i++) {
            assertThat(http.send("POST", "/api/dead-letters/" + id + "/evict").status())
                    .isEqualTo(202);
        }

        assertThat(Published.all(Topics.RETRIES.name()).stream()
                        .filter(one -> id.equals(Published.header(one, Headers.DEAD_LETTER_ID)))
                        .map(ConsumerRecord::partition))
                .containsExactly(0, 0, 0, 0, 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-1", "abc", "99999999", "9223372036854775808", "1e1", "%00", "999999999999999999999999999"})
    void givenNoSuchLetter_whenAskedFor_thenNoServerError(String id) {
        assertThat(http.get("/api/dead-letters/" + id).status()).isIn(400, 404);
        assertThat(http.send("POST", "/api/dead-letters/" + id + "/retry").status())
                .isIn(400, 404);
    }
}
