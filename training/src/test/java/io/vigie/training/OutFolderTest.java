package io.vigie.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutFolderTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void givenResults_whenNotComplete_thenTheFolderIsAsItWas() throws IOException {
        Files.createDirectories(folder.resolve("out"));
        Files.writeString(folder.resolve("out/old"), "old");
        OutFolder out = OutFolder.prepare(folder.resolve("out"), true);

        out.write("a/b", new byte[] {1});

        assertThat(names(folder.resolve("out"))).containsExactly("old");

        out.complete();

        assertThat(names(folder.resolve("out"))).containsExactly("a");
        assertThat(names(folder)).containsExactly("out");
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

    private static Stream<String> names(Path of) throws IOException {
        try (Stream<Path> content = Files.list(of)) {
            return content.map(path -> path.getFileName().toString()).sorted().toList().stream();
        }
    }
}
