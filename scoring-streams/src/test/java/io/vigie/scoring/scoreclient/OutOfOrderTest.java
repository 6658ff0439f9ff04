package io.vigie.scoring.scoreclient;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.contracts.Headers;
import io.vigie.contracts.score.ClientScore;
import io.vigie.contracts.score.Outcome;
import io.vigie.contracts.score.SourcePosition;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events that come again, too early or from a forger. */
class OutOfOrderTest {

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
    void givenTheSameEventsAgain_whenRead_thenNoRecordButACount() {
        driver.pipe(Events.registered("c-1", 8), 1);
        driver.pipe(Events.sites("c-1", 9), 2);

        assertThat(driver.scores()).isEmpty();
        assertThat(driver.deadLetters()).isEmpty();
        assertThat(driver.count("duplicates")).isEqualTo(2);
    }

    @Test
    void givenEventsOutOfOrder_whenTheMissingOneComes_thenAllAreScoredInOrder() {
        driver.pipe(Events.sites("c-1", 5), 5);
        driver.pipe(Events.sites("c-1", 4), 4);
        assertThat(driver.scores()).isEmpty();
        assertThat(driver.count("parked")).isEqualTo(2);

        driver.pipe(Events.sites("c-1", 3), 3);

        List<ClientScore> scores = driver.scores();
        assertThat(scores).extracting(ClientScore::clientVersion).containsExactly(3L, 4L, 5L);
        assertThat(scores).extracting(ClientScore::scoreSequence).containsExactly(3L, 4L, 5L);
        assertThat(scores)
                .extracting(ClientScore::source)
                .containsExactly(new SourcePosition(0, 5), new SourcePosition(0, 4), new SourcePosition(0, 3));
        assertThat(driver.count("parked")).isZero();
        driver.pipe(Events.sites("c-1", 4), 4);
        driver.pipe(Events.sites("c-1", 5), 5);
        assertThat(driver.scores()).isEmpty();
        assertThat(driver.scoreOf(Events.sites("c-1", 6), 6).scoreSequence()).isEqualTo(6);
    }

    @Test
    void givenParkedEvent_whenItComesAgain_thenCountedAsADuplicateOnly() {
        driver.pipe(Events.sites("c-1", 5), 5);
        assertThat(driver.deadLetters()).hasSize(1);

        driver.pipe(Events.sites("c-1", 5), 5);

        assertThat(driver.deadLetters()).isEmpty();
        assertThat(driver.count("duplicates")).isEqualTo(1);
        assertThat(driver.count("parked")).isEqualTo(1);
    }

    @Test
    void givenWholeClientOutOfOrder_whenTheRegistrationComesLast_thenAllAreScoredInOrder() {
        driver.pipe(Events.sites("c-9", 4), 2);
        driver.pipe(Events.departed("c-9"), 3);

        driver.pipe(Events.registered("c-9", 8), 1);

        assertThat(driver.scores())
                .extracting(ClientScore::outcome)
                .containsExactly(Outcome.SCORED, Outcome.SCORED, Outcome.DEPARTED);
    }

    @Test
    void givenForgedEventOfTheFuture_whenTheRealOneComes_thenTheRealOneWins() {
        TestRecord<byte[], byte[]> forged = Events.record(Events.sites("c-1", 1), 4, driver.now());
        Events.put(forged.headers(), Headers.ID, UUID.randomUUID().toString());
        driver.pipe(forged);
        driver.pipe(Events.purchase("c-1", "77"), 3);
        driver.scores();
        driver.deadLetters();

        ClientScore real = driver.scoreOf(Events.assigned("c-1"), 4);

        assertThat(real.features())
                .containsEntry("Num_Sites", 9.0)
                .containsEntry("Total_Purchase", 77.0)
                .containsEntry("Account_Manager", 1.0);
        assertThat(real.scoreSequence()).isEqualTo(5);
        assertThat(driver.deadLetters()).isEmpty();
        assertThat(driver.scoreOf(Events.sites("c-1", 5), 5).scoreSequence()).isEqualTo(6);
    }
}
