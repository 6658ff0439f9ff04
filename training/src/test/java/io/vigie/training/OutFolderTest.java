package io.vigie.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutFolderTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void givenResults_whenNotComplete_thenTheFolderIsAsItWas() throws IOException {
        Files.createDirectories(folder.resolve("out"));
        Files.writeString(folder.resolve("out/report.json"), "old");
        OutFolder out = OutFolder.prepare(folder.resolve("out"), true);

        out.write("a/b", new byte[] {1});

        assertThat(names(folder.resolve("out"))).containsExactly("report.json");

        out.complete();

        assertThat(names(folder.resolve("out"))).containsExactly("a");
        assertThat(names(folder)).containsExactly("out");
    }

    @Test
    void givenSomethingElseInTheFolder_whenToBeOverwritten_thenRefusedAndNothingGoes() throws IOException {
        Files.createDirectories(folder.resolve("out/models"));
        Files.writeString(folder.resolve("out/clients.csv"), "Age");

        assertThatThrownBy(() -> OutFolder.prepare(folder.resolve("out"), true))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("something else than results of training");
        assertThat(names(folder.resolve("out"))).containsExactly("clients.csv", "models");
        assertThat(names(folder)).containsExactly("out");
    }

    @Test
    void givenAFolderThatWasFilledMeanwhile_whenComplete_thenRefusedAndBothStay() throws IOException {
        for (boolean overwrite : new boolean[] {false, true}) {
            Path wanted = folder.resolve("out-" + overwrite);
            OutFolder out = OutFolder.prepare(wanted, overwrite);
            out.write("report.json", new byte[] {1});
            Files.createDirectories(wanted);
            Files.writeString(wanted.resolve("clients.csv"), "Age");

            assertThatThrownBy(out::complete).isInstanceOf(Refusal.class).hasMessageContaining("The results lie in");

            assertThat(names(wanted)).containsExactly("clients.csv");
            assertThat(folder.resolve(".out-" + overwrite + ".unfinished-"
                            + ProcessHandle.current().pid() + "/report.json"))
                    .exists();
        }
    }

    @Test
    void givenAnEmptyFolder_whenPrepared_thenItMayBeUsed() throws IOException {
        Files.createDirectories(folder.resolve("out"));

        OutFolder out = OutFolder.prepare(folder.resolve("out"), false);
        out.write("a", new byte[0]);
        out.complete();

        assertThat(names(folder.resolve("out"))).containsExactly("a");
    }

    @Test
    void givenARunThatWasKilled_whenPreparedAgain_thenItsRestGoes_andThatOfALivingOneStays() throws IOException {
        long living = ProcessHandle.current().parent().orElseThrow().pid();
        Process dead = new ProcessBuilder("true").start();
        dead.onExit().join();
        Files.createDirectories(folder.resolve(".out.unfinished-" + dead.pid() + "/models"));
        Files.createDirectories(folder.resolve(".out.unfinished-" + living));
        Files.createDirectories(folder.resolve(".out.unfinished-mine"));

        OutFolder.prepare(folder.resolve("out"), false).abandon();

        assertThat(names(folder)).containsExactly(".out.unfinished-" + living, ".out.unfinished-mine");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void givenARunThatWasKilledWhileItsResultsReplacedOthers_whenPreparedAgain_thenTheyTakeTheirPlace(boolean overwrite)
            throws Exception {
        String dead = ".out.unfinished-" + ended();
        Files.createDirectories(folder.resolve(dead));
        Files.writeString(folder.resolve(dead + "/report.json"), "new");
        Files.createDirectories(folder.resolve(dead + ".old"));
        Files.writeString(folder.resolve(dead + ".old/report.json"), "old");

        if (overwrite) {
            OutFolder.prepare(folder.resolve("out"), true).abandon();
        } else {
            assertThatThrownBy(() -> OutFolder.prepare(folder.resolve("out"), false))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("holds something already");
        }

        assertThat(names(folder)).containsExactly("out");
        assertThat(folder.resolve("out/report.json")).hasContent("new");
    }

    @Test
    void givenFormerResultsAloneAfterAKill_whenPreparedAgain_thenTheyAreBack() throws Exception {
        String old = ".out.unfinished-" + ended() + ".old";
        Files.createDirectories(folder.resolve(old));
        Files.writeString(folder.resolve(old + "/report.json"), "old");

        OutFolder.prepare(folder.resolve("out"), true).abandon();

        assertThat(names(folder)).containsExactly("out");
        assertThat(folder.resolve("out/report.json")).hasContent("old");
    }

    @Test
    void givenARunThatWasKilledWhenItsResultsWereInPlace_whenPreparedAgain_thenTheFormerOnesGo() throws Exception {
        long living = ProcessHandle.current().parent().orElseThrow().pid();
        Files.createDirectories(folder.resolve(".out.unfinished-" + ended() + ".old/models"));
        Files.createDirectories(folder.resolve(".out.unfinished-" + living + ".old"));
        Files.createDirectories(folder.resolve("out"));
        Files.writeString(folder.resolve("out/report.json"), "new");

        OutFolder.prepare(folder.resolve("out"), true).abandon();

        assertThat(names(folder)).containsExactly(".out.unfinished-" + living + ".old", "out");
        assertThat(folder.resolve("out/report.json")).hasContent("new");
    }

    private static long ended() throws Exception {
        Process process = new ProcessBuilder("true").start();
        process.waitFor();
        return process.pid();
    }

    private static Stream<String> names(Path of) throws IOException {
        try (Stream<Path> content = Files.list(of)) {
            return content.map(path -> path.getFileName().toString()).sorted().toList().stream();
        }
    }
}
