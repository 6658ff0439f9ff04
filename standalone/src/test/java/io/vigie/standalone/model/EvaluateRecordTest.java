package io.vigie.standalone.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.standalone.AnsweringSystem;
import io.vigie.standalone.AnsweringSystem.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code vigie model evaluate --record} says of one record. */
class EvaluateRecordTest {

    private static final String EVALUATIONS = "POST /api/models/churn/versions/2/evaluations";

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
    void givenARecord_whenEvaluated_thenItsOutputs() {
        system.answers(EVALUATIONS, 200, "{\"outputs\":{\"p(1)\":0.25,\"label\":\"=no\"}}");

        Run run = system.run("model", "evaluate", "churn/2", "--record", "{\"Age\": 40.10}", "-o", "csv");

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).isEqualToNormalizingNewlines("output,value\np(1),0.25\nlabel,'=no\n");
        assertThat(system.asked()).containsExactly(EVALUATIONS + " {\"record\":{\"Age\":40.10}}");
    }

    @Test
    void givenARecord_whenExplained_thenTheSharesOfItsInputs() {
        system.answers(EVALUATIONS, 200, """
                {"outputs":{"p":0.75},"explanation":{"output":"p","value":0.75,"base":0.25,"shares":{"Age":0.6,"Sites":-0.1},
                "standardErrors":{"Age":0.01},"reasonCodes":["AGE"],"exact":false}}""");

        Run run = system.run("model", "evaluate", "churn/2", "--record", "{}", "--explain");

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("p is 0.75 instead of 0.25 at the reference point, shares by sampling:")
                .containsPattern("Age +0.6 +0.01")
                .containsPattern("Sites +-0.1 +-")
                .contains("reason code AGE");
        assertThat(system.asked()).containsExactly(EVALUATIONS + " {\"record\":{},\"explain\":true}");
    }

    @Test
    void givenALanguage_whenExplained_thenItIsAskedForAndItsWordsStandBehindTheShares() {
        system.answers(EVALUATIONS, 200, """
                {"outputs":{"p":0.75},"explanation":{"output":"p","value":0.75,"base":0.25,"shares":{"Age":0.6,"Sites":-0.1},
                "words":{"Age":"âge de 40 ans : le risque\\u001b augmente de 60 points"},"standardErrors":{},"reasonCodes":[],
                "exact":true}}""");

        Run french = system.run("model", "evaluate", "churn/2", "--record", "{}", "--explain", "--language", "fr");
        system.run("model", "evaluate", "churn/2", "--record", "{}", "--explain");

        assertThat(french.exit()).as(french.err()).isZero();
        assertThat(french.out())
                .containsPattern("input +share +standard error +in words")
                .containsPattern("Age +0.6 +- +âge de 40 ans : le risque\\? augmente de 60 points")
                .containsPattern("Sites +-0.1 +- +-");
        assertThat(system.askedWith("Accept-Language")).containsExactly("fr", "en");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--explain --language de", "--language fr"})
    void givenALanguageThatThereIsNot_whenExplained_thenExit2AndNothingIsAsked(String options) {
        List<String> verb = new ArrayList<>(List.of("model", "evaluate", "churn/2", "--record", "{}"));
        verb.addAll(List.of(options.split(" ")));

        assertThat(system.run(verb.toArray(String[]::new)).exit()).isEqualTo(2);
        assertThat(system.asked()).isEmpty();
    }

    @Test
    void givenABackground_whenExplained_thenItIsSentAndTheBaseIsAnAverage(@TempDir Path folder) throws IOException {
        system.answers(EVALUATIONS, 200, """
                {"outputs":{"p":0.75},"explanation":{"output":"p","value":0.75,"base":0.25,"shares":{"Age":0.5},
                "standardErrors":{},"reasonCodes":[],"exact":true}}""");
        String file = Files.writeString(folder.resolve("typical.json"), "[{\"Age\":40},{\"Age\":50}]")
                .toString();

        Run run = system.run("model", "evaluate", "churn/2", "--record", "{}", "--background", file);

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).contains("p is 0.75 instead of 0.25 on average:");
        assertThat(system.asked())
                .containsExactly(
                        EVALUATIONS + " {\"record\":{},\"explain\":true,\"background\":[{\"Age\":40},{\"Age\":50}]}");
    }

    @Test
    void givenABackgroundThatIsNone_whenExplained_thenExit2AndNothingIsAsked(@TempDir Path folder) throws IOException {
        String none = Files.writeString(folder.resolve("none.json"), "{}").toString();
        String broken = Files.writeString(folder.resolve("broken.json"), "[{").toString();

        for (String file : List.of(none, broken, folder.resolve("absent.json").toString())) {
            assertThat(system.run("model", "evaluate", "churn/2", "--record", "{}", "--background", file)
                            .exit())
                    .isEqualTo(2);
        }
        assertThat(system.asked()).isEmpty();
    }

    @Test
    void givenARecordThatHasNoAnswerOrNoExplanation_whenEvaluated_thenTheReason() {
        system.answers(EVALUATIONS, 422, "{\"detail\":\"Age is missing.\"}");

        Run run = system.run("model", "evaluate", "churn/2", "--record", "{}");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).isEqualToNormalizingNewlines("Age is missing.\n");

        system.answers(EVALUATIONS, 200, "{\"outputs\":{\"p\":0.75},\"problem\":\"Age can't be explained.\"}");

        run = system.run("model", "evaluate", "churn/2", "--record", "{}", "--explain");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).containsPattern("p +0.75");
        assertThat(run.err()).isEqualToNormalizingNewlines("Age can't be explained.\n");
    }
}
