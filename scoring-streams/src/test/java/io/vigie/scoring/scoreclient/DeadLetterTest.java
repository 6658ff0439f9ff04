package io.vigie.scoring.scoreclient;

import static io.vigie.scoring.scoreclient.Records.header;
import static io.vigie.scoring.scoreclient.Records.value;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.contracts.Headers;
import io.vigie.contracts.score.ClientScore;
import io.vigie.contracts.score.Outcome;
import io.vigie.contracts.score.SourcePosition;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DeadLetterTest {

    @TempDir
    Path folder;

    private ScoringDriver driver;

    @BeforeEach
    void start() {
        driver = ScoringDriver.withTwoClients(folder);
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    static Stream<Arguments> garbage() {
        return Stream.of(
                bad("not JSON", r -> value(r, "hello")),
                bad("half of it", r -> value(r, "{\"clientId\":\"c-1\",")),
                bad("more after it", r -> value(r, "{\"clientId\":\"c-1\",\"numSites\":3} {}")),
                bad("a key twice", r -> value(r, "{\"clientId\":\"c-1\",\"numSites\":3,\"numSites\":4}")),
                bad("null", r -> value(r, "null")),
                bad("a list", r -> value(r, "[]")),
                bad("empty", r -> value(r, "")),
                bad("no value", r -> new TestRecord<>(r.key(), null, r.headers(), r.getRecordTime())),
                bad("wrong types", r -> value(r, "{\"clientId\":\"c-1\",\"numSites\":\"many\"}")),
                bad("a number missing", r -> value(r, "{\"clientId\":\"c-1\"}")),
                bad("nested deeply", r -> value(r, "{\"x\":" + "[".repeat(100_000))),
                bad("no UTF-8", r -> new TestRecord<>(r.key(), new byte[] {'"', (byte) 0xff}, r.headers(), START)),
                bad("null key", r -> new TestRecord<>(null, r.value(), r.headers(), r.getRecordTime())),
                bad("empty key", r -> new TestRecord<>(new byte[0], r.value(), r.headers(), r.getRecordTime())),
                bad("key of no client", r -> new TestRecord<>("a/b".getBytes(UTF_8), r.value(), r.headers(), START)),
                bad("key of another", r -> new TestRecord<>("c-2".getBytes(UTF_8), r.value(), r.headers(), START)),
                bad("subject of another", r -> header(r, Headers.SUBJECT, "c-2")),
                bad("value of another", r -> value(r, "{\"clientId\":\"c-2\",\"numSites\":3}")),
                bad("unknown type", r -> header(r, Headers.TYPE, "client-teleported")),
                bad("type of a manager", r -> header(r, Headers.TYPE, "account-manager-registered")),
                bad("type that names a class", r -> header(r, Headers.TYPE, "java.lang.Runtime")),
                bad("revision 999", r -> header(r, Headers.REVISION, "999")),
                bad("revision -1", r -> header(r, Headers.REVISION, "-1")),
                bad("no id", r -> header(r, Headers.ID, "1234")),
                bad("time of the year 3000", r -> header(r, Headers.TIME, "3000-01-01T00:00:00Z")),
                bad("an hour before the year 2000", r -> header(r, Headers.TIME, "1999-12-31T23:00:00Z")),
                bad("an actor without an end", r -> header(r, Headers.ACTOR, "x".repeat(201))),
                bad("a text that no database takes", r -> purchase(r, "\\u0000", "1")),
                bad("a number without an end", r -> purchase(r, "x", "1e1000000000")),
                bad("a time missing", r -> purchase(r, "x", "1,\"purchasedAt\":null")),
                bad("time that is none", r -> header(r, Headers.TIME, "yesterday")),
                bad("version 0", r -> header(r, Headers.VERSION, "0")),
                bad("version -3", r -> header(r, Headers.VERSION, "-3")),
                bad("version beyond long", r -> header(r, Headers.VERSION, "9".repeat(19))),
                bad("version that jumps", r -> header(r, Headers.VERSION, "7")),
                bad("version that repeats", r -> header(r, Headers.VERSION, "2")),
                bad("version that goes back", r -> header(r, Headers.VERSION, "1")),
                bad("no headers", r -> new TestRecord<>(r.key(), r.value(), START)),
                bad("other CloudEvents", r -> header(r, Headers.SPEC_VERSION, "0.3")),
                bad("registered again", r -> header(r, Headers.TYPE, "client-registered")),
                bad(
                        "record of the year 3000",
                        r -> new TestRecord<>(r.key(), r.value(), r.headers(), Instant.parse("3000-01-01T00:00:00Z"))),
                bad("record of 1970", r -> new TestRecord<>(r.key(), r.value(), r.headers(), Instant.EPOCH)));
    }

    private static final Instant START = Events.START;

    @ParameterizedTest(name = "{0}")
    @MethodSource("garbage")
    void givenGarbage_whenRead_thenInTheDeadLettersAsItWasAndTheNextGoodRecordIsScored(
            String name, UnaryOperator<TestRecord<byte[], byte[]>> damage) {
        TestRecord<byte[], byte[]> good = Events.record(Events.sites("c-1", 10), 3, driver.now());
        Events.put(good.headers(), Headers.ID, UUID.randomUUID().toString());
        TestRecord<byte[], byte[]> bad = damage.apply(good);
        List<Header> headers = List.of(bad.headers().toArray());

        driver.pipe(bad);

        assertThat(driver.scores()).isEmpty();
        assertThat(driver.deadLetters()).singleElement().satisfies(letter -> {
            assertThat(letter.key()).isEqualTo(bad.key());
            assertThat(letter.value()).isEqualTo(bad.value());
            assertThat(List.of(letter.headers().toArray()).subList(0, headers.size()))
                    .isEqualTo(headers);
            assertThat(header(letter, Headers.DEAD_LETTER_CONSUMER)).isEqualTo("scoring");
            assertThat(header(letter, Headers.DEAD_LETTER_ORIGIN)).isEqualTo("vigie.client.events.v1/0/3");
            assertThat(header(letter, Headers.DEAD_LETTER_TIME))
                    .isEqualTo(driver.now().toString());
            assertThat(header(letter, Headers.DEAD_LETTER_REASON))
                    .endsWith(".")
                    .doesNotContain("hello", "teleported", "java.lang");
        });
        assertThat(driver.count("dead-letters")).isEqualTo(1);
        assertThat(driver.scoreOf(Events.sites("c-1", 11), 3).outcome()).isEqualTo(Outcome.SCORED);
        assertThat(driver.scoreOf(Events.sites("c-2", 11), 2).outcome()).isEqualTo(Outcome.SCORED);
    }

    @Test
    void givenRecordThatFailed_whenRetriedAfterTheCure_thenItAndWhatWaitedAreScored() {
        TestRecord<byte[], byte[]> good = Events.record(Events.sites("c-1", 10), 3, driver.now());
        driver.pipe(header(Events.record(Events.sites("c-1", 10), 3, driver.now()), Headers.REVISION, "2"));
        driver.pipe(Events.sites("c-1", 11), 4);
        driver.pipe(Events.sites("c-2", 11), 2);
        assertThat(driver.scores()).extracting(ClientScore::clientId).containsExactly("c-2");
        TestRecord<byte[], byte[]> letter = driver.deadLetters().get(0);

        // The cure: this build would now know revision 2.
        driver.retry(header(letter, Headers.REVISION, header(good, Headers.REVISION)), "scoring", "retry");

        assertThat(driver.scores())
                .satisfiesExactly(
                        third -> {
                            assertThat(third.clientVersion()).isEqualTo(3);
                            assertThat(third.source()).isEqualTo(new SourcePosition(0, 3));
                        },
                        fourth -> {
                            assertThat(fourth.clientVersion()).isEqualTo(4);
                            assertThat(fourth.source()).isEqualTo(new SourcePosition(0, 4));
                        });
        assertThat(driver.scoreOf(Events.sites("c-1", 12), 5).scoreSequence()).isEqualTo(5);
    }

    @Test
    void givenGarbage_whenRetried_thenADeadLetterAgainWithItsFirstOrigin() {
        driver.pipe(value(Events.record(Events.sites("c-1", 10), 3, driver.now()), "hello"));

        TestRecord<byte[], byte[]> first = driver.deadLetters().get(0);
        assertThat(header(first, Headers.DEAD_LETTER_ID)).isNull();
        driver.retry(first, "scoring", "retry");

        assertThat(driver.deadLetters()).singleElement().satisfies(letter -> {
            assertThat(header(letter, Headers.DEAD_LETTER_ID)).isEqualTo("17");
            assertThat(header(letter, Headers.DEAD_LETTER_ORIGIN)).isEqualTo("vigie.client.events.v1/0/3");
            assertThat(letter.headers().lastHeader(Headers.RETRY_ACTION)).isNull();
            assertThat(letter.headers().headers(Headers.DEAD_LETTER_REASON)).hasSize(1);
        });
    }

    @Test
    void givenRetryOfAnotherConsumer_whenRead_thenPassedBy() {
        driver.retry(Events.record(Events.sites("c-1", 10), 3, driver.now()), "query", "retry");

        assertThat(driver.scores()).isEmpty();
        assertThat(driver.deadLetters()).isEmpty();
    }

    @Test
    void givenAnythingOnTheRetryTopic_whenRead_thenTheConsumerGoesOn() {
        driver.retry(new TestRecord<>(null, null, driver.now()), "scoring", "evict");
        driver.retry(new TestRecord<>("c-1".getBytes(UTF_8), null, driver.now()), "scoring", "evict");
        driver.retry(new TestRecord<>("c-1".getBytes(UTF_8), null, driver.now()), "scoring", "retry");

        assertThat(driver.deadLetters()).hasSize(1);
        assertThat(driver.scoreOf(Events.sites("c-1", 10), 3).outcome()).isEqualTo(Outcome.SCORED);
    }

    private static Arguments bad(String name, UnaryOperator<TestRecord<byte[], byte[]>> damage) {
        return Arguments.of(name, damage);
    }

    private static TestRecord<byte[], byte[]> purchase(
            TestRecord<byte[], byte[]> record, String reference, String total) {
        String time = total.contains("purchasedAt") ? "" : ",\"purchasedAt\":\"2026-03-01T12:00:00Z\"";
        return value(
                header(record, Headers.TYPE, "purchase-recorded"),
                "{\"clientId\":\"c-1\",\"amount\":1,\"reference\":\"" + reference + "\",\"totalPurchase\":" + total
                        + time + "}");
    }
}
