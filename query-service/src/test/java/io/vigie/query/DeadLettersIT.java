package io.vigie.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.contracts.Headers;
import io.vigie.contracts.Topics;
import io.vigie.contracts.client.ClientEvent.ClientSitesChanged;
import io.vigie.query.testing.Lives;
import io.vigie.query.testing.Published;
import io.vigie.query.testing.Publisher;
import io.vigie.query.testing.RunningService;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.utils.Utils;
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

    private static ProducerRecord<byte[], byte[]> stamped(ProducerRecord<byte[], byte[]> good, long millis) {
        return new ProducerRecord<>(good.topic(), null, millis, good.key(), good.value(), good.headers());
    }

    private static ProducerRecord<byte[], byte[]> misplaced(ProducerRecord<byte[], byte[]> good) {
        int place = Utils.toPositive(Utils.murmur2(good.key())) % 12;
        return new ProducerRecord<>(good.topic(), (place + 1) % 12, good.key(), good.value(), good.headers());
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
                poison("year 3000", good -> Publisher.with(good, Headers.TIME, "3000-01-01T00:00:00Z")),
                poison("year 1970", good -> Publisher.with(good, Headers.TIME, "1970-01-01T00:00:00Z")),
                poison("record of the year 3000", good -> stamped(good, 32_503_680_000_000L)),
                poison("record of 1970", good -> stamped(good, 0)),
                poison("wrong partition", DeadLettersIT::misplaced),
                poison("no CloudEvent", good -> Publisher.with(good, Headers.SPEC_VERSION, null)),
                poison("an id that is none", good -> Publisher.with(good, Headers.ID, "1234")),
                poison(
                        "UTF-16",
                        good -> valued(
                                good,
                                new String(good.value(), StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16))),
                poison(
                        "a text that no database takes",
                        good -> valued(
                                good,
                                utf8(new String(good.value(), StandardCharsets.UTF_8)
                                        .replace("Harvey LLC", "\\u0000")))),
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
    void givenRecordOfSeveralMegabytes_whenItCantBeHandled_thenTheLetterIsCutAndNobodyElseWaits() {
        ProducerRecord<byte[], byte[]> large = Publisher.raw(
                Topics.RETRIES.name(),
                "large",
                noise(8_388_450),
                Map.of(Headers.RETRY_CONSUMER, "query", Headers.RETRY_ACTION, "retry"));
        RecordMetadata place = publisher.send(large).get(0);
        String id = Lives.id();
        publisher.send(Publisher.event(Lives.registered(id), 1, Lives.NOON));

        http.until("/api/clients/" + id, json -> true);
        JsonNode letter = http.get("/api/dead-letters/" + letter(place).get("deadLetterId"))
                .json();

        assertThat(letter.get("headers").toString())
                .contains("\"" + Headers.DEAD_LETTER_CUT_FROM + "\",\"value\":\"8388450\"");
    }

    /** The id of the letter. */
    private long breaks(String id, long version) {
        RecordMetadata place = publisher
                .send(valued(Publisher.event(new ClientSitesChanged(id, 1), version, Lives.NOON), utf8("{broken")))
                .get(0);
        return letter(place).get("deadLetterId").asLong();
    }

    private void evict(long letter) {
        String path = "/api/dead-letters/" + letter;
        assertThat(http.send("POST", path + "/evict").status()).isEqualTo(202);
        http.until(path, json -> json.get("state").asString().equals("evicted"));
    }

    @Test
    void givenUnreadableEvents_whenEvictedInAnyOrder_thenLaterOnesOfTheirClientAreApplied() {
        String id = Lives.id();
        publisher.send(Publisher.event(Lives.registered(id), 1, Lives.NOON));
        long second = breaks(id, 2);
        long third = breaks(id, 3);
        publisher.send(Publisher.event(new ClientSitesChanged(id, 44), 4, Lives.NOON));

        evict(third);
        assertThat(http.get("/api/clients/" + id).json().get("version").asLong())
                .isEqualTo(1);
        evict(second);

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
        long letter = breaks(id, 2);

        evict(letter);
        publisher.send(Publisher.event(new ClientSitesChanged(id, 33), 3, Lives.NOON));

        http.until("/api/clients/" + id, json -> json.get("numSites").asInt() == 33);
    }

    @Test
    void givenForgedEvent_whenEvicted_thenTheRealOneOfItsVersionIsStillApplied() {
        String id = Lives.id();
        publisher.send(Publisher.event(Lives.registered(id), 1, Lives.NOON));
        long letter = breaks(id, 2);

        evict(letter);
        publisher.send(Publisher.event(new ClientSitesChanged(id, 22), 2, Lives.NOON));

        http.until("/api/clients/" + id, json -> json.get("numSites").asInt() == 22);
    }

    @Test
    void givenEvictedEvent_whenRetriedAfterwards_thenThereIsAnotherLetterAndNoEffect() {
        String id = Lives.id();
        publisher.send(Publisher.event(Lives.registered(id), 1, Lives.NOON));
        long first = breaks(id, 2);
        evict(first);
        publisher.send(Publisher.event(new ClientSitesChanged(id, 33), 3, Lives.NOON));
        http.until("/api/clients/" + id, json -> json.get("version").asLong() == 3);

        http.send("POST", "/api/dead-letters/" + first + "/retry");

        http.until("/api/dead-letters?limit=500", json -> {
            List<Long> letters = new ArrayList<>();
            json.get("items").forEach(item -> {
                if (item.get("key").asString("").equals(id)) {
                    letters.add(item.get("deadLetterId").asLong());
                }
            });
            return letters.size() == 2 && letters.get(1) == first;
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
        long letter = letter(place).get("deadLetterId").asLong();

        assertThat(http.send("POST", "/api/dead-letters/" + letter + "/evict").status())
                .isEqualTo(202);

        http.until("/api/clients/" + id, json -> json.get("risk").path("score").asDouble() == 0.75);
        assertThat(http.get("/api/clients/" + id + "/scores").json().get("items"))
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"scoring", "relay"})
    void givenLetterOfAnotherConsumer_whenItsRetryFailsAgain_thenTheNextLetterIsListedToo(String consumer) {
        String client = Lives.id();
        String origin = "vigie.client.events.v1/3/" + client;
        RecordMetadata first =
                publisher.send(given(up(consumer, client, origin))).get(0);
        http.until("/api/dead-letters/" + first.offset(), json -> true);

        http.send("POST", "/api/dead-letters/" + first.offset() + "/retry");
        ConsumerRecord<byte[], byte[]> retry =
                Published.first(Topics.RETRIES.name(), one -> Long.toString(first.offset())
                        .equals(Published.header(one, Headers.DEAD_LETTER_ID)));
        assertThat(Published.header(retry, Headers.RETRY_CONSUMER)).isEqualTo(consumer);
        Map<String, String> again = up(consumer, client, origin);
        again.put(Headers.DEAD_LETTER_ID, Published.header(retry, Headers.DEAD_LETTER_ID));
        RecordMetadata second = publisher.send(given(again)).get(0);

        JsonNode listed = http.until("/api/dead-letters/" + second.offset(), json -> true);
        assertThat(listed.get("state").asString()).isEqualTo("open");
        assertThat(listed.get("origin").asString()).isEqualTo(origin);
    }

    private static Map<String, String> up(String consumer, String client, String origin) {
        return new HashMap<>(Map.of(
                Headers.SUBJECT,
                client,
                Headers.DEAD_LETTER_CONSUMER,
                consumer,
                Headers.DEAD_LETTER_REASON,
                "tests",
                Headers.DEAD_LETTER_ORIGIN,
                origin,
                Headers.DEAD_LETTER_TIME,
                "2026-03-01T12:00:00Z"));
    }

    private static ProducerRecord<byte[], byte[]> given(Map<String, String> headers) {
        return Publisher.raw(
                Topics.DEAD_LETTERS.name(), headers.getOrDefault(Headers.SUBJECT, ""), new byte[0], headers);
    }

    @Test
    void givenLetterWithoutKey_whenDecidedOn_thenAllDecisionsAreInOnePartition() {
        long sent = publisher
                .send(Publisher.raw(Topics.CLIENT_EVENTS.name(), null, utf8("{}"), Map.of()))
                .get(0)
                .offset();
        JsonNode letter = http.until("/api/dead-letters?limit=500&consumer=query", json -> json.get("items")
                        .get(0)
                        .get("origin")
                        .asString()
                        .endsWith("/" + sent))
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
