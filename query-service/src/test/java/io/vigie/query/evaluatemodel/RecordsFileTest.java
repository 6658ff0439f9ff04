package io.vigie.query.evaluatemodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordsFileTest {

    private static Path file(Path folder, String name, Instant written) throws Exception {
        return Files.setLastModifiedTime(Files.createFile(folder.resolve(name)), FileTime.from(written));
    }

    @Test
    void givenFilesThatWereLeft_whenCleared_thenOldOnesGoAndWhateverElseStays(@TempDir Path folder) throws Exception {
        Instant now = Instant.parse("2026-03-01T12:00:00Z");
        Path old = file(folder, "vigie-records-1.csv", now.minus(Duration.ofHours(25)));
        Path recent = file(folder, "vigie-records-2.csv", now.minus(Duration.ofHours(23)));
        Path other = file(folder, "records-3.csv", now.minus(Duration.ofDays(9)));

        RecordsFile.clear(folder, now.minus(Duration.ofDays(1)));

        assertThat(old).doesNotExist();
        assertThat(recent).exists();
        assertThat(other).exists();
    }
}
