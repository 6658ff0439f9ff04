package io.vigie.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.contracts.Headers;
import io.vigie.contracts.Topics;
import io.vigie.contracts.client.ClientEvent.ClientSitesChanged;
import io.vigie.contracts.score.ClientScore;
import io.vigie.contracts.score.Outcome;
import io.vigie.contracts.score.SourcePosition;
import io.vigie.query.testing.Http;
import io.vigie.query.testing.Lives;
import io.vigie.query.testing.Publisher;
import io.vigie.query.testing.RunningService;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@SuppressWarnings("NullAway.Init")
class ConsistencyTokenIT extends RunningService {

    /** Of all tests on the service that they share: a later one may not be below. */
    static final AtomicLong TRANSACTION = new AtomicLong(1_000);

    @Autowired
    private DataSource views;

    @Test
    void givenToken_whenReadAtOnce_thenTheReadIsNeverOlder() {
        String id = Lives.id();
        publisher.relay(TRANSACTION.incrementAndGet(), List.of(Publisher.event(Lives.registered(id), 1, Lives.NOON)));
        for (int version = 2; version <= 200; version++) {
            long token = TRANSACTION.incrementAndGet();
            publisher.relay(token, List.of(Publisher.event(new ClientSitesChanged(id, version), version, Lives.NOON)));
            var answer = http.get("/api/clients/" + id + "?consistencyToken=" + token);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json().get("numSites").asInt()).isEqualTo(version);
        }
    }

    @Test
    void givenOldToken_whenRead_thenItIsCovered() {
        String id = Lives.id();
        publisher.relay(TRANSACTION.incrementAndGet(), List.of(Publisher.event(Lives.registered(id), 1, Lives.NOON)));
        http.until("/api/clients/" + id, json -> true);
        assertThat(http.get("/api/clients/" + id + "?consistencyToken=0").status())
                .isEqualTo(200);
        assertThat(http.get("/api/clients/" + id + "?consistencyToken=1").status())
                .isEqualTo(200);
    }

    @Test
    void givenTokenOfAnEventThatNeverComes_whenRead_then503WithRetryAfterTwoSeconds() {
        var answer = http.get("/api/summary?consistencyToken=" + (TRANSACTION.get() + 500_000));
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.json().get("type").asString()).isEqualTo("/problems/projection-behind");
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void givenTokenOfAnEventThatComesWhileWaiting_whenRead_thenItIsAnsweredThen() {
        String id = Lives.id();
        long token = TRANSACTION.addAndGet(10);
        var waiting =
                CompletableFuture.supplyAsync(() -> http.get("/api/clients/" + id + "?consistencyToken=" + token));
        publisher.relay(token, List.of(Publisher.event(Lives.registered(id), 1, Lives.NOON)));
        assertThat(waiting.join().status()).isEqualTo(200);
    }

    @Test
    void givenAwaitScore_whenTheScoreIsMissing_then503UntilItIsThere() {
        String id = Lives.id();
        long token = TRANSACTION.incrementAndGet();
        RecordMetadata place = publisher
                .relay(token, List.of(Publisher.event(Lives.registered(id), 1, Lives.NOON)))
                .get(0);
        String path = "/api/clients/" + id + "?consistencyToken=" + token;
        assertThat(http.get(path).status()).isEqualTo(200);
        assertThat(http.get(path + "&await=score").status()).isEqualTo(503);

        publisher.send(scores(place, id));
        var answer = http.get(path + "&await=score");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("risk").get("score").asDouble()).isEqualTo(0.5);
    }

    /** Scores for everything that this test's publisher put on any partition before. */
    private List<ProducerRecord<byte[], byte[]>> scores(RecordMetadata place, String id) {
        List<ProducerRecord<byte[], byte[]>> scores = new ArrayList<>();
        scores.add(Publisher.score(Lives.score(id, 1, 1, 0.5, new SourcePosition(place.partition(), place.offset()))));
        for (int partition = 0; partition < 12; partition++) {
            if (partition != place.partition()) {
                scores.add(
                        Publisher.score(Lives.score(Lives.id(), 1, 1, 0.5, new SourcePosition(partition, 1_000_000))));
            }
        }
        return scores;
    }

    @Test
    void givenADeadLetterOfScoring_whenOthersAwaitScores_thenOnlyItsOwnClientWaits() {
        forgetScores();
        String lost = Lives.id();
        String path = "/api/clients/" + lost + "?await=score&consistencyToken=";
        long token = TRANSACTION.incrementAndGet();
        RecordMetadata place = publisher
                .relay(token, List.of(Publisher.event(Lives.registered(lost), 1, Lives.NOON)))
                .get(0);
        // Every other partition is scored as far as any test can have got.
        publisher.send(scores(place, Lives.id()).stream().skip(1).toList());
        assertThat(http.get("/api/summary?await=score&consistencyToken=" + token)
                        .status())
                .isEqualTo(503);

        publisher.send(Publisher.raw(
                Topics.DEAD_LETTERS.name(),
                lost,
                new byte[0],
                Map.of(
                        Headers.DEAD_LETTER_CONSUMER,
                        "scoring",
                        Headers.DEAD_LETTER_REASON,
                        "tests",
                        Headers.DEAD_LETTER_ORIGIN,
                        place.topic() + "/" + place.partition() + "/" + place.offset(),
                        Headers.DEAD_LETTER_TIME,
                        "2026-03-01T12:00:00Z")));

        http.until("/api/summary?await=score&consistencyToken=" + token, json -> true);
        assertThat(http.get(path + token).status()).isEqualTo(503);
        publisher.send(
                Publisher.score(Lives.score(lost, 1, 1, 0.5, new SourcePosition(place.partition(), place.offset()))));
        http.until(path + token, json -> true);
    }

    /** Other tests may have answered any partition. The view of that is as old as the last wait. */
    private void forgetScores() {
        new JdbcTemplate(views).update("delete from scored_offset");
        assertThat(http.get("/api/summary?consistencyToken=" + (TRANSACTION.get() + 500_000))
                        .status())
                .isEqualTo(503);
    }

    @Test
    void givenOneClientWithoutScore_whenALaterEventOfItsPartitionIsScored_thenItsOwnReadersWaitAndOthersDont() {
        String first = Lives.id();
        long token = TRANSACTION.incrementAndGet();
        RecordMetadata place = publisher
                .relay(token, List.of(Publisher.event(Lives.registered(first), 1, Lives.NOON)))
                .get(0);
        String second = Lives.id();
        long later = TRANSACTION.incrementAndGet();
        publisher.relay(later, List.of(Publisher.event(Lives.registered(second), 1, Lives.NOON)));
        publisher.send(Publisher.score(
                Lives.score(second, 1, 1, 0.7, new SourcePosition(place.partition(), place.offset() + 1_000))));

        var others = http.get("/api/clients/" + second + "?await=score&consistencyToken=" + later);
        assertThat(others.status()).isEqualTo(200);
        assertThat(others.json().get("risk").get("score").asDouble()).isEqualTo(0.7);
        assertThat(http.get("/api/clients/" + first + "?await=score&consistencyToken=" + token)
                        .status())
                .isEqualTo(503);
    }

    @ParameterizedTest
    @EnumSource(Outcome.class)
    void givenAnyOfTheFourScoreRecords_whenAwaited_thenItIsEnough(Outcome outcome) {
        String id = Lives.id();
        long token = TRANSACTION.incrementAndGet();
        publisher.relay(token, List.of(Publisher.event(Lives.registered(id), 1, Lives.NOON)));
        ClientScore scored = Lives.score(id, 1, 1, 0.5, null);
        publisher.send(Publisher.score(
                switch (outcome) {
                    case SCORED -> scored;
                    case UNCHANGED -> Lives.unchanged(scored);
                    case DEPARTED, UNSCORABLE -> Lives.without(scored, outcome);
                }));
        assertThat(http.get("/api/clients/" + id + "?await=score&consistencyToken=" + token)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void givenADatabaseThatDoesntAnswer_whenATokenIsAwaited_then503InTimeAllTheSame() throws Exception {
        long token = TRANSACTION.get() + 600_000;
        try (Connection other = views.getConnection();
                Statement lock = other.createStatement()) {
            other.setAutoCommit(false);
            lock.execute("lock table projection_offset in access exclusive mode");
            for (int round = 0; round < 2; round++) {
                long begun = System.nanoTime();
                assertThat(http.get("/api/clients/nobody?consistencyToken=" + token)
                                .status())
                        .isEqualTo(503);
                assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMillis(2_600));
            }
            other.rollback();
            other.setAutoCommit(true);
        }
    }

    @Test
    void givenMoreWaitersThanPlaces_whenTheyAllWait_thenTheSurplusIsRefusedAndOthersAreServed() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(260);
        long token = TRANSACTION.get() + 700_000;
        try {
            List<CompletableFuture<Http.Answer>> answers = new ArrayList<>();
            for (int i = 0; i < 260; i++) {
                answers.add(CompletableFuture.supplyAsync(
                        () -> http.get("/api/summary?consistencyToken=" + token), callers));
            }
            assertThat(http.get("/api/summary").status()).isEqualTo(200);
            assertThat(answers)
                    .allSatisfy(answer -> assertThat(answer.join().status()).isEqualTo(503));
            assertThat(answers)
                    .anySatisfy(answer ->
                            assertThat(answer.join().response().body()).contains("Too many requests wait"));
        } finally {
            callers.shutdown();
            assertThat(callers.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(http.get("/api/summary").status()).isEqualTo(200);
    }
}
