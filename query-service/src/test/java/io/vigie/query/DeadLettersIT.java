package io.vigie.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.contracts.Headers;
import io.vigie.contracts.Topics;
import io.vigie.contracts.client.ClientEvent.ClientSitesChanged;
import io.vigie.query.testing.Lives;
import io.vigie.query.testing.Publisher;
import io.vigie.query.testing.RunningService;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class DeadLettersIT extends RunningService {

    private static Arguments poison(
            String name, Function<ProducerRecord<byte[], byte[]>, ProducerRecord<byte[], byte[]>> change) {
        return Arguments.of(name, change);
    }

    private static ProducerRecord<byte[], byte[]> valued(
            ProducerRecord<byte[], byte[]> original, byte @Nullable [] value) {
        return new ProducerRecord<>(original.topic(), null, null, original.key(), value, original.headers());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] noise(int length) {
        byte[] noise = new byte[length];
        new Random(1).nextBytes(noise);
        return noise;
    }

    static Stream<Arguments> poisons() {
        return Stream.of(
                poison("not JSON", good -> valued(good, utf8("{not json"))),
                poison("no UTF-8", good -> valued(good, new byte[] {(byte) 0xff, (byte) 0xfe, 0})),
                poison("empty", good -> valued(good, new byte[0])),
                poison("tombstone", good -> valued(good, null)),
                poison("array", good -> valued(good, utf8("[]"))),
                poison("fields missing", good -> valued(good, utf8("{\"clientId\":\"x\"}"))),
                poison("deep", good -> valued(good, utf8("[".repeat(100_000)))),
                poison(
                        "endless number",
                        good -> valued(
                                good,
                                utf8(new String(good.value(), StandardCharsets.UTF_8)
                                        .replace("11066.80", "1e1000000000")))),
                poison("as large as can be", good -> valued(good, noise(1_047_900))),
                poison(
                        "null key",
                        good -> new ProducerRecord<>(good.topic(), null, null, null, good.value(), good.headers())),
                poison(
                        "key of another",
                        good -> new ProducerRecord<>(
                                good.topic(), null, null, utf8("another"), good.value(), good.headers())),
                poison("unknown type", good -> Publisher.with(good, Headers.TYPE, "client-abducted")),
                poison("a class for a type", good -> Publisher.with(good, Headers.TYPE, "java.lang.Runtime")),
                poison("revision 999", good -> Publisher.with(good, Headers.REVISION, "999")),
                poison("no id", good -> Publisher.with(good, Headers.ID, null)),
                poison("no version", good -> Publisher.with(good, Headers.VERSION, null)),
                poison("version 0", good -> Publisher.with(good, Headers.VERSION, "0")),
                poison("version repeats", good -> Publisher.with(good, Headers.ID, "another-id")),
                poison(
                        "version jumps",
                        good -> Publisher.with(
                                Publisher.event(
                                        new ClientSitesChanged(new String(good.key(), StandardCharsets.UTF_8), 1),
                                        9,
                                        Lives.NOON),
                                Headers.CORRELATION_ID,
                                "x")),
                poison("no time", good -> Publisher.with(good, Headers.TIME, "yesterday")),
                poison("year 999999999", good -> Publisher.with(good, Headers.TIME, "+999999999-12-31T00:00:00Z")),
                poison("subject of another", good -> Publisher.with(good, Headers.SUBJECT, "another")));
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
        JsonNode letter = letter(sent.get(1));

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

    private JsonNode letter(RecordMetadata place) {
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
        JsonNode letter = letter(early);
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
        JsonNode letter = letter(place);
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
    void givenDeadLettersOfOthers_whenRetried_thenTheRetryNamesTheirConsumer() {
        RecordMetadata sent = publisher
                .send(Publisher.raw(
                        Topics.DEAD_LETTERS.name(),
                        "some-client",
                        utf8("{}"),
                        Map.of(
                                Headers.DEAD_LETTER_CONSUMER,
                                "scoring",
                                Headers.DEAD_LETTER_REASON,
                                "tests",
                                Headers.DEAD_LETTER_ORIGIN,
                                "vigie.client.events.v1/3/" + System.nanoTime(),
                                Headers.DEAD_LETTER_TIME,
                                "2026-03-01T12:00:00Z")))
                .get(0);
        http.until("/api/dead-letters/" + sent.offset(), json -> true);
        assertThat(http.send("POST", "/api/dead-letters/" + sent.offset() + "/retry")
                        .status())
                .isEqualTo(202);
        http.until(
                "/api/dead-letters/" + sent.offset(),
                json -> json.get("state").asString().equals("retried"));
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
