package io.vigie.standalone.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassArchiveTest {

    @TempDir
    Path folder;

    @Test
    void givenACleanEnd_whenStartedAgain_thenTheArchiveIsUsed() throws IOException {
        ClassArchive archive = new ClassArchive(folder, PartName.KAFKA);
        Files.writeString(written(archive), "classes");
        archive.ended(true);
        assertThat(archive.options().get(0)).isEqualTo("-XX:SharedArchiveFile=" + folder.resolve("kafka.jsa"));
    }

    @Test
    void givenAKill_whenStartedAgain_thenATornArchiveIsNotUsed() throws IOException {
        ClassArchive archive = new ClassArchive(folder, PartName.KAFKA);
        Files.writeString(written(archive), "cla");
        archive.ended(false);
        assertThat(archive.options().get(0)).startsWith("-XX:ArchiveClassesAtExit=");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void givenLeftoversOfADeadSupervisor_whenTidied_thenOnlyTheyGo() throws IOException {
        Path mine = Files.writeString(written(new ClassArchive(folder, PartName.EDGE)), "classes");
        Path dead = Files.writeString(folder.resolve("edge.jsa.999999999"), "classes");
        ClassArchive.tidy(folder);
        assertThat(mine).exists();
        assertThat(dead).doesNotExist();
    }

    private static Path written(ClassArchive archive) {
        return Path.of(archive.options().get(0).replace("-XX:ArchiveClassesAtExit=", ""));
    }
}
