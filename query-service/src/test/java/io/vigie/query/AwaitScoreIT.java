package io.vigie.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.contracts.Headers;
import io.vigie.contracts.Topics;
import io.vigie.contracts.score.ClientScore;
import io.vigie.contracts.score.Outcome;
import io.vigie.contracts.score.SourcePosition;
import io.vigie.query.testing.Lives;
import io.vigie.query.testing.Publisher;
import io.vigie.query.testing.RunningService;
import io.vigie.query.testing.Servers;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Reads that wait for scores too. */
@SuppressWarnings("NullAway.Init")
class AwaitScoreIT extends RunningService {

    @Autowired
    private DataSource views;

    @Test
    void givenAwaitScore_whenTheScoreIsMissing_then503UntilItIsThere() {
        String id = Lives.id();
        long token = ConsistencyTokenIT.TRANSACTION.incrementAndGet();
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
        long token = ConsistencyTokenIT.TRANSACTION.incrementAndGet();
        RecordMetadata place = publisher
                .relay(token, List.of(Publisher.event(Lives.registered(lost), 1, Lives.NOON)))
                .get(0);
        // Every other partition is scored as far as any test can have got.
        publisher.send(scores(place, Lives.id()).stream().skip(1).toList());
        assertThat(http.get("/api/summary?await=score&consistencyToken=" + token)
                        .status())
                .isEqualTo(503);

        publisher.send(deadLetter(lost, place, place.offset()));

        http.until("/api/summary?await=score&consistencyToken=" + token, json -> true);
        assertThat(http.get(path + token).status()).isEqualTo(503);
        publisher.send(
                Publisher.score(Lives.score(lost, 1, 1, 0.5, new SourcePosition(place.partition(), place.offset()))));
        http.until(path + token, json -> true);
    }

    @Test
    void givenViewsThatHaveFewerScoresThanBefore_whenAListIsAwaitedAgain_thenItWaitsForThem() throws Exception {
        forgetScores();
        String id = Lives.id();
        long token = ConsistencyTokenIT.TRANSACTION.incrementAndGet();
        RecordMetadata place = publisher
                .relay(token, List.of(Publisher.event(Lives.registered(id), 1, Lives.NOON)))
                .get(0);
        publisher.send(scores(place, id));
        String path = "/api/summary?await=score&consistencyToken=" + token;
        http.until(path, json -> true);

        Servers.asSuperuser(views).execute("truncate scored_offset, given_up_offset");
        Thread.sleep(60);

        assertThat(http.get(path).status()).isEqualTo(503);
    }

    private static ProducerRecord<byte[], byte[]> deadLetter(String clientId, RecordMetadata place, long offset) {
        return Publisher.raw(
                Topics.DEAD_LETTERS.name(),
                clientId,
                new byte[0],
                Map.of(
                        Headers.DEAD_LETTER_CONSUMER,
                        "scoring",
                        Headers.DEAD_LETTER_REASON,
                        "tests",
                        Headers.DEAD_LETTER_ORIGIN,
                        place.topic() + "/" + place.partition() + "/" + offset,
                        Headers.DEAD_LETTER_TIME,
                        "2026-03-01T12:00:00Z"));
    }

    @Test
    void givenADeadLetterBehindAScoreThatTheViewsLack_whenOthersAwaitScores_thenTheyWaitForThatScore()
            throws Exception {
        forgetScores();
        String id = Lives.id();
        long token = ConsistencyTokenIT.TRANSACTION.incrementAndGet();
        RecordMetadata place = publisher
                .relay(token, List.of(Publisher.event(Lives.registered(id), 1, Lives.NOON)))
                .get(0);
        List<ProducerRecord<byte[], byte[]>> scores = scores(place, id);
        publisher.send(scores.stream().skip(1).toList());
        String given = Lives.id();
        String path = "/api/clients?limit=500&await=score&consistencyToken=" + token;
        try (Connection other = Objects.requireNonNull(
                                Servers.asSuperuser(views).getDataSource())
                        .getConnection();
                Statement lock = other.createStatement()) {
            other.setAutoCommit(false);
            lock.execute("lock table client_score in exclusive mode");
            publisher.send(scores.get(0));
            publisher.send(deadLetter(given, place, place.offset() + 1));
            http.until("/api/dead-letters?limit=500", json -> json.toString().contains(given));
            assertThat(http.get(path).status()).isEqualTo(503);
            other.rollback();
            other.setAutoCommit(true);
        }
        var answer = http.until(path, json -> true);
        assertThat(answer.get("items"))
                .filteredOn(client -> client.get("clientId").asString().equals(id))
                .allSatisfy(client ->
                        assertThat(client.get("risk").get("score").asDouble()).isEqualTo(0.5))
                .hasSize(1);
    }

    /** Other tests may have answered any partition; what is remembered of that goes with the first wait for events alone. */
    private void forgetScores() {
        Servers.asSuperuser(views).execute("truncate scored_offset, given_up_offset");
        assertThat(http.get("/api/summary?consistencyToken=" + (ConsistencyTokenIT.TRANSACTION.get() + 500_000))
                        .status())
                .isEqualTo(503);
    }

    @Test
    void givenOneClientWithoutScore_whenALaterEventOfItsPartitionIsScored_thenItsOwnReadersWaitAndOthersDont() {
        String first = Lives.id();
        long token = ConsistencyTokenIT.TRANSACTION.incrementAndGet();
        RecordMetadata place = publisher
                .relay(token, List.of(Publisher.event(Lives.registered(first), 1, Lives.NOON)))
                .get(0);
        String second = Lives.id();
        long later = ConsistencyTokenIT.TRANSACTION.incrementAndGet();
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
        long token = ConsistencyTokenIT.TRANSACTION.incrementAndGet();
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
}
