package io.vigie.query.evaluatemodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.web.Rejected;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {

    private static final byte[] LARGE = new byte[Spool.SMALL + 1];
    private static final byte[] SMALL = {'a', 'b'};

    static {
        Arrays.fill(LARGE, (byte) 'x');
    }

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private static InputStream of(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    private long files() throws IOException {
        try (var all = Files.list(folder)) {
            return all.count();
        }
    }

    @Test
    void givenBodies_whenTaken_thenTheyAreWholeAndOnlyLargeOnesAreOnDiskUntilTheyAreClosed() throws Exception {
        Spool spool = new Spool(folder, 2);

        try (Sent small = spool.take(of(SMALL));
                Sent large = spool.take(of(LARGE))) {
            assertThat(files()).isEqualTo(1);
            assertThat(small.bytes()).isEqualTo(SMALL);
            assertThat(large.bytes()).isEqualTo(LARGE);
            assertThat(large.size()).isEqualTo(LARGE.length);
            try (InputStream again = large.open()) {
                assertThat(again).hasBinaryContent(LARGE);
            }
        }
        assertThat(files()).isZero();
    }

    @Test
    void givenAsManyFilesAsThereMayBe_whenAnotherComes_thenItIsRefusedUntilOneIsClosedAndSmallOnesAreTaken()
            throws Exception {
        Spool spool = new Spool(folder, 2);
        List<Sent> taken = new ArrayList<>(List.of(spool.take(of(LARGE)), spool.take(of(LARGE))));

        assertThatThrownBy(() -> spool.take(of(LARGE))).isInstanceOfSatisfying(Rejected.class, busy -> assertThat(
                        busy.getStatusCode().value())
                .isEqualTo(503));
        spool.take(of(SMALL)).close();
        taken.remove(0).close();
        taken.add(spool.take(of(LARGE)));
        for (Sent one : taken) {
            one.close();
        }
        assertThat(files()).isZero();
    }

    @Test
    void givenSendersThatGoAway_whenTheirBodiesBreakOff_thenTheyLeaveNeitherAFileNorATakenPlace() throws Exception {
        Spool spool = new Spool(folder, 1);
        for (int i = 0; i < 3; i++) {
            InputStream breaking = new SequenceInputStream(of(LARGE), new InputStream() {
                @Override
                public int read() throws IOException {
                    throw new IOException("gone");
                }
            });
            assertThatThrownBy(() -> spool.take(breaking)).hasMessage("gone");
        }

        assertThat(files()).isZero();
        spool.take(of(LARGE)).close();
    }

    private Path file(String name, Instant written) throws Exception {
        return Files.setLastModifiedTime(Files.createFile(folder.resolve(name)), FileTime.from(written));
    }

    @Test
    void givenFilesThatWereLeft_whenCleared_thenOldOnesGoAndWhateverElseStays() throws Exception {
        Instant now = Instant.parse("2026-03-01T12:00:00Z");
        Path old = file("vigie-records-1.csv", now.minus(Duration.ofHours(25)));
        Path recent = file("vigie-records-2.csv", now.minus(Duration.ofHours(23)));
        Path other = file("records-3.csv", now.minus(Duration.ofDays(9)));

        new Spool(folder, 1).clear(now.minus(Duration.ofDays(1)));

        assertThat(old).doesNotExist();
        assertThat(recent).exists();
        assertThat(other).exists();
    }
}
