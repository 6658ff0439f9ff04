package io.vigie.standalone.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFilesTest {

    @TempDir
    Path root;

    private final List<String> told = new ArrayList<>();

    @Test
    void givenALargeFileThatIsWrittenTo_whenKeptSmall_thenTheWriterGoesOnAtTheBeginning() throws IOException {
        DataFolder folder = new DataFolder(root);
        Path log = folder.log(PartName.EDGE);
        Files.createDirectories(log.getParent());
        try (FileOutputStream writer = new FileOutputStream(log.toFile(), true)) {
            writer.write(new byte[9 * 1024 * 1024]);
            new LogFiles(folder, told::add).keepSmall();
            writer.write("after\n".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(log).hasContent("after\n");
        assertThat(log.resolveSibling("edge.log.1")).hasSize(9 * 1024 * 1024);
    }

    @Test
    void givenAFolderThatCannotBeReadForAWhile_whenKeptSmallAgain_thenOneLineIsToldAndItGoesOn() throws IOException {
        DataFolder folder = new DataFolder(root);
        LogFiles logs = new LogFiles(folder, told::add);
        logs.keepSmall();
        logs.keepSmall();
        assertThat(told).singleElement(STRING).startsWith("The log files can't be kept small right now: ");

        Files.createDirectories(folder.logs());
        Files.write(folder.log(PartName.EDGE), new byte[9 * 1024 * 1024]);
        logs.keepSmall();

        assertThat(folder.log(PartName.EDGE)).isEmptyFile();
        assertThat(told).hasSize(1);
    }

    @Test
    void givenLines_whenTheTailIsRead_thenItIsTheLastOnes() throws IOException {
        Path log = Files.writeString(root.resolve("a.log"), "one\ntwo\nthree\n");
        assertThat(LogFiles.tail(log, 2)).containsExactly("two", "three");
        assertThat(LogFiles.tail(root.resolve("none"), 2)).isEmpty();
    }
}
