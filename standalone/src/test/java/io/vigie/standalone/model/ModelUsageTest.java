package io.vigie.standalone.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.standalone.AnsweringSystem;
import io.vigie.standalone.AnsweringSystem.Run;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The verbs for models as they explain themselves, and what they don't take. */
class ModelUsageTest {

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "list",
                "show",
                "upload",
                "evaluate",
                "changes",
                "challenge",
                "dismiss",
                "compare",
                "quality",
                "promote",
                "confirm",
                "proposals",
                "withdraw",
                "rollback",
                "retire"
            })
    void givenHelp_whenAsked_thenExamplesAreThere(String verb) {
        assertThat(system.run("model", verb, "--help").out()).contains("Usage:", "Examples:", "vigie model " + verb);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "show churn/0",
                "show churn/x",
                "show churn/2/3",
                "changes churn",
                "changes churn/2 --limit 1001",
                "compare churn --limit 0",
                "quality churn",
                "quality churn/1 --months 121",
                "quality churn/1 --window 0",
                "challenge churn/2",
                "rollback churn",
                "retire churn --reason a",
                "evaluate churn/2",
                "evaluate churn/2 a.csv --record {}",
                "evaluate churn/2 a.csv --explain",
                "evaluate churn/2 a.csv --background b.json",
                "evaluate churn/2 --record {} --out a",
                "evaluate churn/2 --record [1]",
                "evaluate churn/2 --record {",
                "upload churn"
            })
    void givenWrongUsage_whenRun_thenExit2AndNothingIsAsked(String verb) {
        Run run = system.run(("model " + verb).split(" "));

        assertThat(run.exit()).as(run.err()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(system.asked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "show x", "compare x", "changes x/1", "evaluate x/1 --record {}"})
    void givenNoSystem_whenAsked_thenOneSentenceWithTheRemedy(String verb) {
        Run run = system.run(1, ("model " + verb).split(" "));

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err().trim()).isEqualTo("vigie isn't running in " + folder + "; start it with ./vigie up");
    }
}
