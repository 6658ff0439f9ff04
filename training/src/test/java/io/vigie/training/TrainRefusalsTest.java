package io.vigie.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One clear sentence with the remedy, and nothing left behind. */
class TrainRefusalsTest {

    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void generate() throws IOException {
        Generated.churn(folder.resolve("clients.csv"));
        Files.writeString(folder.resolve("no-header.csv"), "1,2\n3,4\n");
        Files.writeString(folder.resolve("file"), "x");
        Files.createDirectory(folder.resolve("full"));
        Files.writeString(folder.resolve("full/mine.txt"), "mine");
        StringBuilder all = new StringBuilder("a,Churn\n");
        StringBuilder few = new StringBuilder("a,Churn\n");
        for (int row = 0; row < 60; row++) {
            all.append(row / 2).append(",1\n");
            few.append(row / 2).append(row < 5 ? ",1\n" : ",0\n");
        }
        Files.writeString(folder.resolve("one-class.csv"), all);
        Files.writeString(folder.resolve("few.csv"), few);
    }

    @EnabledForJreRange(max = JRE.JAVA_21)
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--data absent.csv --out o|1|There is no file to read at",
                "--data no-header.csv --out o|1|has no header: the first line must name the columns",
                "--data clients.csv --target Left --out o|1|There is no column Left in clients.csv: give --target one of Names, Age,",
                "--data clients.csv --target Years --out o|1|The target Years is not binary",
                "--data one-class.csv --out o|1|All rows have the same outcome in Churn",
                "--data few.csv --out o|1|Of 60 rows only 5 are positive, too few for 5 folds: bring at least 10",
                "--data clients.csv --drop Nobody --out o|1|There is no column Nobody in clients.csv",
                "--data clients.csv --out full|1|holds something already: name another folder, or say --overwrite",
                "--data clients.csv --out file|1|is a file: give --out a folder",
                "--data clients.csv --out file/o|1|can't be written",
                "--data clients.csv --master spark://127.0.0.1:1 --out o|1|No Spark master answers at spark://127.0.0.1:1 (",
                "--data absent.csv --master spark://no.invalid:7077 --out o|1|(no.invalid is unknown): start it, or leave",
                "--data clients.csv --master mars --out o|2|--master takes local, local[N], local[*] or spark://HOST:PORT",
                "--data clients.csv --wait 0 --out o|2|--wait takes a number of seconds from 1 to 86400",
                "--data clients.csv --folds 2 --out o|2|--folds takes a number from 3 to 20",
                "--data clients.csv --repeats 0 --out o|2|--repeats takes a number from 1 to 50",
                "--data clients.csv --capacity 1.5 --out o|2|--capacity: a capacity is a count from 1 (40) or a share",
                "--data clients.csv --name Ch/urn --out o|2|--name takes 1 to 40 lower-case letters, digits and hyphens, beginning",
                "--data clients.csv --name 1churn --out o|2|--name takes 1 to 40 lower-case letters, digits and hyphens, beginning",
                "--data clients.csv --name abcdefghijklmnopqrstuvwxyzabcdefghijklmno --out o|2|--name takes 1 to 40",
                "--data clients.csv --as-of 2026-06-30 --out o|2|--as-of goes with --data @events",
                "--data clients.csv|2|Missing required option: '--out=DIR'",
                "--data clients.csv --out o --fold 3|2|Unknown option"
            })
    void givenSomethingWrong_whenTrained_thenOneSentenceAndNothingIsLeft(String arguments, int exit, String sentence)
            throws IOException {
        List<String> before = names();

        Run run = Run.of((Object[]) Stream.of(arguments.split(" "))
                .map(word -> word.matches("[a-z-]+\\.csv|o|full|file|file/o") ? folder.resolve(word) : word)
                .toArray());

        assertThat(run.err()).contains(sentence);
        assertThat(run.exit()).isEqualTo(exit);
        assertThat(run.out()).isEmpty();
        if (exit == 1) {
            assertThat(run.err().trim().lines()).hasSize(1);
        }
        assertThat(names()).isEqualTo(before);
        assertThat(folder.resolve("full/mine.txt")).hasContent("mine");
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_22)
    void givenAJavaThatSparkCannotUse_whenTrained_thenRefused() {
        Run run = Run.of("--data", folder.resolve("clients.csv"), "--out", folder.resolve("o"));

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err().trim())
                .isEqualTo("Training needs JDK 17 to 21, this is "
                        + Runtime.version().feature() + ": set JAVA_HOME.");
    }

    @Test
    @EnabledForJreRange(max = JRE.JAVA_21)
    void givenNamesThatSteerATerminal_whenRefused_thenTheyAreHarmless() throws IOException {
        Path data = Files.writeString(folder.resolve("evil.csv"), "a\u009b31m,\"b\nc\"\n1,2\n");

        Run run = Run.of("--data", data, "--out", folder.resolve("o"));

        assertThat(run.err().trim()).doesNotContain("\u009b", "\n").contains("a?31m, b?c");
    }

    @Test
    @EnabledForJreRange(max = JRE.JAVA_21)
    void givenEventsThatAreNotReadYet_whenOnlyChecked_thenNothingIsDoneAndWrongOptionsAreRefused() throws IOException {
        List<String> before = names();

        Run right = Run.of("--data", "@events", "--as-of", "2026-06-30", "--out", folder.resolve("o"), "--only-check");
        Run wrong = Run.of("--data", "@events", "--out", folder.resolve("o"), "--port", "1", "--only-check");
        Run full = Run.of("--data", "@events", "--out", folder.resolve("full"), "--only-check");

        assertThat(right).isEqualTo(new Run(0, "", ""));
        assertThat(wrong.exit()).isEqualTo(2);
        assertThat(wrong.err()).startsWith("Unknown options: '--port', '1'");
        assertThat(full.err()).contains("holds something already");
        assertThat(names()).isEqualTo(before);
    }

    @Test
    void givenHelp_whenAsked_thenOptionsExitCodesAndExamples() {
        Run run = Run.of("--help");

        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("--target", "--keep", "--overwrite", "Exit codes:", "Examples:", "local[*]");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> content = Files.walk(folder)) {
            return content.map(Path::toString).sorted().toList();
        }
    }
}
