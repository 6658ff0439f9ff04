package io.vigie.standalone.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptProgramsTest {

    @TempDir
    Path folder = Path.of("");

    private Path built = Path.of("");
    private Path kept = Path.of("");

    @BeforeEach
    void build() throws IOException {
        built = folder.resolve("built");
        kept = folder.resolve("kept");
        build("one", Instant.parse("2026-01-01T00:00:00Z"));
    }

    @Test
    void givenABuild_whenItIsDeleted_thenItsProgramsAreKept() throws IOException {
        assertThat(programs().upToDate()).isEqualTo(kept);
        DataFolder.empty(built);
        assertThat(jar()).hasContent("one");
        assertThat(kept.resolve("lib/vigie.jar")).hasContent("one");
    }

    @Test
    void givenKeptPrograms_whenKeptAgain_thenTheirClassArchivesStay() throws IOException {
        programs().upToDate();
        Path archive = Files.writeString(kept.resolve("edge.jsa"), "classes");
        programs().upToDate();
        assertThat(archive).exists();
    }

    @Test
    void givenKeptPrograms_whenThereIsAnotherBuild_thenOnlyThatIsKept() throws IOException {
        programs().upToDate();
        Path archive = Files.writeString(kept.resolve("edge.jsa"), "classes");
        Path gone = Files.writeString(kept.resolve("lib/gone.jar"), "old");
        DataFolder.empty(built);
        build("two", Instant.parse("2026-01-02T00:00:00Z"));

        programs().upToDate();

        assertThat(jar()).hasContent("two");
        assertThat(archive).doesNotExist();
        assertThat(gone).doesNotExist();
    }

    @Test
    void givenAHalfOfThem_whenKeptAgain_thenAllAre() throws IOException {
        programs().upToDate();
        Files.delete(kept.resolve("complete"));
        Files.delete(jar());
        programs().upToDate();
        assertThat(jar()).hasContent("one");
    }

    private KeptPrograms programs() {
        return new KeptPrograms(built, kept);
    }

    private Path jar() {
        return kept.resolve("services/edge/BOOT-INF/lib/some.jar");
    }

    private void build(String content, Instant when) throws IOException {
        Path service = Files.createDirectories(built.resolve("services/edge/BOOT-INF/lib"));
        Path lib = Files.createDirectories(built.resolve("lib"));
        Files.writeString(service.resolve("some.jar"), content);
        Files.writeString(lib.resolve("vigie.jar"), content);
        Files.setLastModifiedTime(Files.writeString(built.resolve("complete"), "the same"), FileTime.from(when));
    }
}
