package io.vigie.standalone.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.standalone.AnsweringSystem;
import io.vigie.standalone.AnsweringSystem.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What verbs tell of the time that an answer takes, and how long they are patient. */
class WaitingVerbsTest {

    private static final String CHANGES = "GET /api/models/churn/versions/2/band-changes?limit=20";
    private static final String NOBODY =
            "{\"version\":2,\"against\":1,\"clients\":0,\"unscorable\":0,\"changed\":0,\"from\":{},\"items\":[]}";
    private static final String BUSY = "{\"detail\":\"Others ask already.\"}";

    @TempDir
    Path folder = Path.of("");

    private AnsweringSystem system;

    @BeforeEach
    void begin() throws IOException {
        system = new AnsweringSystem(folder);
    }

    @AfterEach
    void stop() {
        system.close();
    }

    @Test
    void givenALateAnswer_whenChangesAreAskedFor_thenItIsToldThatClientsAreScored() {
        system.answersLate(CHANGES, NOBODY, Duration.ofMillis(1_500));

        Run run = system.run("model", "changes", "churn/2", "-o", "csv");

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.err())
                .contains("Every active client is scored by churn/2")
                .contains("1 s");
        assertThat(run.out()).doesNotContain("Every");
    }

    @Test
    void givenALateAnswer_whenAPromotionBegins_thenItIsToldBeforeItIsAskedFor() {
        system.answersLate(CHANGES.replace("20", "1"), NOBODY, Duration.ofMillis(1_500));

        Run run = system.run("model", "promote", "churn/2", "--reason", "x", "--as", "ann");

        assertThat(run.err()).contains("Every active client is scored by churn/2", "0 of 0 clients");
    }

    @Test
    void givenAnAnswerAtOnce_whenChangesAreAskedFor_thenNothingIsToldOfWaiting() {
        system.answers(CHANGES, 200, NOBODY);

        assertThat(system.run("model", "changes", "churn/2").err()).isEmpty();
    }

    @Test
    void givenABusySystem_whenAsked_thenItIsToldOnceThatAndWhyTheVerbWaits() {
        system.answers(CHANGES, 503, BUSY);
        system.thenAnswers(CHANGES, 503, BUSY);
        system.thenAnswers(CHANGES, 200, NOBODY);

        Run run = system.run("model", "changes", "churn/2");

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(system.asked()).hasSize(3);
        assertThat(run.err()).containsOnlyOnce("Waiting up to 15 s: Others ask already.");
    }

    @Test
    void givenASystemThatStaysBusy_whenAsked_thenTheVerbEndsAfterItsPatienceWithTheReason() {
        system.answers(CHANGES, 503, BUSY);
        long begun = System.nanoTime();

        Run run = system.run("model", "changes", "churn/2");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).endsWith("Others ask already." + System.lineSeparator());
        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .isBetween(Duration.ofSeconds(10), Duration.ofSeconds(25));
    }
}
