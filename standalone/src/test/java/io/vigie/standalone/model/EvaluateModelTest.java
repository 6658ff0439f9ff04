package io.vigie.standalone.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.standalone.AnsweringSystem;
import io.vigie.standalone.AnsweringSystem.Run;
import io.vigie.standalone.Vigie;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code vigie model evaluate} sends of a file, and what becomes of the answers. */
class EvaluateModelTest {

    private static final String EVALUATIONS = "POST /api/models/churn/versions/2/evaluations";
    private static final int PART = 5_000;

    @TempDir
    Path folder = Path.of("");

    private AnsweringSystem system;
    private Path out;

    @BeforeEach
    void begin() throws IOException {
        system = new AnsweringSystem(Files.createDirectory(folder.resolve("data")));
        out = folder.resolve("out.csv");
    }

    @AfterEach
    void stop() {
        system.close();
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("in.csv"), content);
    }

    private Run evaluate(Path file, String... more) {
        return system.run(Stream.concat(Stream.of("model", "evaluate", "churn/2", file.toString()), Stream.of(more))
                .toArray(String[]::new));
    }

    private static String answer(int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(row -> row + ",0.5,\r\n")
                .collect(Collectors.joining("", "Age,p,problem\r\n", ""));
    }

    private static String rows(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(row -> row + "\n").collect(Collectors.joining("", "Age\n", ""));
    }

    @Test
    void givenAFileOfTwoParts_whenEvaluated_thenAllRowsBehindOneHeader() throws IOException {
        system.thenAnswers(EVALUATIONS, 200, answer(1, PART));
        system.thenAnswers(EVALUATIONS, 200, answer(PART + 1, PART + 1));

        Run run = evaluate(file(rows(PART + 1)), "--out", out.toString());

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).isEmpty();
        List<String> lines = Files.readAllLines(out);
        assertThat(lines)
                .hasSize(PART + 2)
                .startsWith("Age,p,problem", "1,0.5,")
                .endsWith("5001,0.5,");
        assertThat(system.asked()).hasSize(2).last().isEqualTo(EVALUATIONS + " Age\r\n5001\r\n");
        assertThat(system.askedWith("Content-type")).containsOnly("text/csv;charset=utf-8");
        assertThat(system.askedWith("Accept")).allMatch(accept -> accept.startsWith("text/csv"));
    }

    @Test
    void givenRowsWithProblems_whenEvaluated_thenAllArePrintedAndExit3() throws IOException {
        String answer = "a,p,problem\r\n\"x\r\ny\",0.5,\r\n,,\"a is missing: add it, or another\"\r\n";
        system.answers(EVALUATIONS, 200, answer);

        Run run = evaluate(file("\ufeffa,b\n\"x\ny\",1\n,2,surplus\n"));

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.out()).isEqualTo(answer);
        assertThat(run.err()).contains("1 of 2 rows can't be evaluated");
        assertThat(system.asked()).containsExactly(EVALUATIONS + " a,b\r\n\"x\ny\",1\r\n,2,surplus\r\n");
    }

    @Test
    void givenAHeaderAlone_whenEvaluated_thenTheHeaderOfTheAnswer() throws IOException {
        system.answers(EVALUATIONS, 200, "Age,p,problem\r\n");

        assertThat(evaluate(file("Age\n")).out()).isEqualTo("Age,p,problem\r\n");
    }

    @Test
    void givenALaterPartThatIsRefused_whenEvaluated_thenWhatWasThereStaysAndNothingElse() throws IOException {
        Files.writeString(out, "of before");
        system.thenAnswers(EVALUATIONS, 200, answer(1, PART));
        system.thenAnswers(EVALUATIONS, 404, "{\"detail\":\"There is no such version.\"}");

        Run run = evaluate(file(rows(PART + 1)), "--out", out.toString());

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("There is no such version.");
        assertThat(out).hasContent("of before");
        assertNothingElse("data", "in.csv", "out.csv");
    }

    @Test
    void givenAnAnswerThatLacksRows_whenEvaluated_thenItIsNoResult() throws IOException {
        system.answers(EVALUATIONS, 200, answer(1, 2));

        Run run = evaluate(file(rows(3)), "--out", out.toString());

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("Of 3 rows 2 were answered");
        assertNothingElse("data", "in.csv");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void givenAnInterruption_whenEvaluating_thenThereIsNoHalfFile(boolean forcibly) throws Exception {
        system.thenAnswers(EVALUATIONS, 200, answer(1, PART));
        // Asked again for some seconds, in which it is interrupted.
        system.thenAnswers(EVALUATIONS, 503, "{\"detail\":\"Not now.\"}");
        Process vigie = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Vigie.class.getName(),
                        "model",
                        "evaluate",
                        "churn/2",
                        file(rows(PART + 1)).toString(),
                        "--out",
                        out.toString(),
                        "--data",
                        folder.resolve("data").toString(),
                        "--port",
                        String.valueOf(system.port()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            while (system.asked().size() < 2) {
                assertThat(vigie.isAlive()).isTrue();
                Thread.sleep(20);
            }
        } finally {
            if (forcibly) {
                vigie.destroyForcibly();
            } else {
                vigie.destroy();
            }
        }

        assertThat(vigie.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(out).doesNotExist();
        if (!forcibly) {
            assertNothingElse("data", "in.csv");
        }
    }

    private void assertNothingElse(String... names) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder(names);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n"})
    void givenAnEmptyFile_whenEvaluated_thenASentenceAndNothingIsAsked(String content) throws IOException {
        Run run = evaluate(file(content), "--out", out.toString());

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("its first line has to name the columns");
        assertThat(system.asked()).isEmpty();
        assertThat(out).doesNotExist();
    }

    @Test
    void givenWhatIsNoTable_whenEvaluated_thenASentenceAndNothingIsAsked() throws IOException {
        Path latin = Files.write(folder.resolve("latin.csv"), "Age\n\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));

        for (Path file : List.of(file("Age\n\"" + "a".repeat(20_000_000)), file("Age\n1\n\"2\n"))) {
            Run run = evaluate(file);
            assertThat(run.exit()).isEqualTo(1);
            assertThat(run.err())
                    .contains("a quote is left open")
                    .hasLineCount(1)
                    .doesNotContain("aaaa");
        }
        assertThat(evaluate(latin).err()).contains("isn't text in UTF-8: save it as that.");
        assertThat(system.asked()).isEmpty();
    }
}
