package io.vigie.scoring.scoreclient;

import static io.vigie.scoring.scoreclient.Records.header;
import static io.vigie.scoring.scoreclient.Records.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.vigie.contracts.Headers;
import io.vigie.contracts.score.ClientScore;
import io.vigie.contracts.score.Outcome;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records that someone decided to do without, and the events that waited for them. */
class EvictionTest {

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

    @Test
    void givenRecordThatFailed_whenEvicted_thenCountedAsDoneAndWhatWaitedIsScored() {
        driver.pipe(header(Events.record(Events.sites("c-1", 10), 3, driver.now()), Headers.REVISION, "2"));
        driver.pipe(Events.purchase("c-1", "5"), 4);

        driver.retry(driver.deadLetters().get(0), "scoring", "evict");

        assertThat(driver.scores())
                .satisfiesExactly(
                        evicted -> {
                            assertThat(evicted.clientVersion()).isEqualTo(3);
                            assertThat(evicted.outcome()).isEqualTo(Outcome.UNCHANGED);
                        },
                        waited -> {
                            assertThat(waited.clientVersion()).isEqualTo(4);
                            assertThat(waited.features())
                                    .containsEntry("Num_Sites", 9.0)
                                    .containsEntry("Total_Purchase", 5.0);
                        });
        assertThat(driver.count("parked")).isZero();
    }

    @Test
    void givenRecordsThatFailed_whenEvictedInAnyOrder_thenWhatWaitedIsScored() {
        driver.pipe(header(Events.record(Events.sites("c-1", 10), 3, driver.now()), Headers.REVISION, "2"));
        driver.pipe(header(Events.record(Events.sites("c-1", 10), 4, driver.now()), Headers.REVISION, "2"));
        driver.pipe(Events.purchase("c-1", "5"), 5);
        List<TestRecord<byte[], byte[]>> letters = driver.deadLetters();

        driver.retry(letters.get(1), "scoring", "evict");
        driver.retry(letters.get(1), "scoring", "evict");
        assertThat(driver.count("parked")).isEqualTo(1);
        driver.retry(letters.get(0), "scoring", "evict");

        assertThat(driver.scores()).extracting(ClientScore::clientVersion).containsExactly(3L, 4L, 5L);
        assertThat(driver.count("parked")).isZero();
    }

    @Test
    void givenParkedEventBehindOneThatFailed_whenBothAreEvictedInAnyOrder_thenWhatWaitedIsScored() {
        for (String id : List.of("c-1", "c-2")) {
            long version = id.equals("c-1") ? 3 : 2;
            driver.pipe(header(Events.record(Events.sites(id, 10), version, driver.now()), Headers.REVISION, "2"));
            driver.pipe(Events.sites(id, 11), version + 1);
            driver.pipe(Events.purchase(id, "5"), version + 2);
        }
        List<TestRecord<byte[], byte[]>> letters = driver.deadLetters();

        for (int letter : List.of(0, 1, 4, 3)) {
            driver.retry(letters.get(letter), "scoring", "evict");
        }

        assertThat(driver.scores())
                .extracting(ClientScore::clientId, ClientScore::clientVersion)
                .containsExactly(
                        tuple("c-1", 3L),
                        tuple("c-1", 4L),
                        tuple("c-1", 5L),
                        tuple("c-2", 2L),
                        tuple("c-2", 3L),
                        tuple("c-2", 4L));
        assertThat(driver.count("parked")).isZero();
    }

    @Test
    void givenParkedEventThatWasEvicted_whenRetriedAfterAll_thenItIsHandled() {
        driver.pipe(Events.sites("c-1", 11), 4);
        TestRecord<byte[], byte[]> letter = driver.deadLetters().get(0);
        driver.retry(letter, "scoring", "evict");
        assertThat(driver.count("parked")).isZero();

        driver.retry(letter, "scoring", "retry");
        assertThat(driver.count("parked")).isEqualTo(1);
        driver.pipe(Events.purchase("c-1", "5"), 3);

        assertThat(driver.scores())
                .extracting(score -> score.features().get("Num_Sites"))
                .containsExactly(9.0, 11.0);
    }

    @Test
    void givenEventThatTheRelayGaveUp_whenItSaysSoBeforeOrAfterOthers_thenLaterOnesAreScored() {
        driver.retry(evictedByTheRelay("c-1", 4), "scoring", "evict");
        driver.pipe(Events.sites("c-1", 10), 3);
        driver.pipe(Events.sites("c-1", 11), 5);
        driver.pipe(Events.sites("c-2", 12), 3);
        driver.retry(evictedByTheRelay("c-2", 2), "scoring", "evict");

        List<ClientScore> scores = driver.scores();
        assertThat(scores).extracting(ClientScore::clientVersion).containsExactly(3L, 4L, 5L, 2L, 3L);
        assertThat(scores.get(1).outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(scores.get(1).source()).isNull();
    }

    @Test
    void givenForgedRecord_whenEvicted_thenTheRealOneOfThatVersionIsStillScored() {
        TestRecord<byte[], byte[]> forged = value(Events.record(Events.sites("c-1", 1), 3, driver.now()), "hello");
        Events.put(forged.headers(), Headers.ID, UUID.randomUUID().toString());
        driver.pipe(forged);
        driver.retry(driver.deadLetters().get(0), "scoring", "evict");
        driver.scores();

        ClientScore real = driver.scoreOf(Events.sites("c-1", 10), 3);

        assertThat(real.features()).containsEntry("Num_Sites", 10.0);
        assertThat(driver.deadLetters()).isEmpty();
    }

    @Test
    void givenParkedForgery_whenEvicted_thenNoLongerParked() {
        driver.pipe(Events.sites("c-1", 10), 9);

        driver.retry(driver.deadLetters().get(0), "scoring", "evict");

        assertThat(driver.count("parked")).isZero();
        assertThat(driver.scores()).isEmpty();
        assertThat(driver.scoreOf(Events.sites("c-1", 10), 3).outcome()).isEqualTo(Outcome.SCORED);
    }

    @Test
    void givenEvictedRegistration_whenMoreComes_thenUnscorableWithReason() {
        driver.pipe(header(Events.record(Events.registered("c-9", 3), 1, driver.now()), Headers.REVISION, "2"));
        driver.retry(driver.deadLetters().get(0), "scoring", "evict");

        ClientScore evicted = driver.score();
        assertThat(evicted.outcome()).isEqualTo(Outcome.UNSCORABLE);
        assertThat(driver.scoreOf(Events.sites("c-9", 4), 2).problem())
                .isEqualTo("The registration of the client was evicted.");
    }

    @Test
    void givenRetryThatClaimsAnEndlessOrigin_whenParked_thenItWaitsLikeAnyOther() {
        driver.retry(
                header(
                        Events.record(Events.sites("c-1", 10), 4, driver.now()),
                        Headers.DEAD_LETTER_ORIGIN,
                        "x".repeat(70_000)),
                "scoring",
                "retry");
        assertThat(driver.count("parked")).isEqualTo(1);

        driver.pipe(Events.purchase("c-1", "5"), 3);
        assertThat(driver.scores()).extracting(ClientScore::clientVersion).containsExactly(3L, 4L);
    }

    private TestRecord<byte[], byte[]> evictedByTheRelay(String clientId, long version) {
        TestRecord<byte[], byte[]> event = Events.record(Events.sites(clientId, 1), version, driver.now());
        Events.put(event.headers(), Headers.DEAD_LETTER_ORIGIN, "vigie.client.events.v1/0/" + clientId);
        return value(event, "");
    }
}
