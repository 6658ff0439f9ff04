package io.vigie.standalone.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {

    @TempDir
    Path folder;

    @Test
    void givenAGrowingFile_whenFollowed_thenEachCompleteLineComesOnceAndAnEmptiedFileIsReadAnew() throws IOException {
        Path file = Files.writeString(folder.resolve("part.log"), "one\ntwo\nthr");
        LogTail tail = new LogTail(file, "part | ");
        assertThat(tail.last(1)).containsExactly("part | two");
        Files.writeString(file, "ee\n", StandardOpenOption.APPEND);
        assertThat(tail.fresh()).containsExactly("part | three");
        assertThat(tail.fresh()).isEmpty();
        Files.writeString(file, "new\n");
        assertThat(tail.fresh()).containsExactly("part | new");
    }
}
