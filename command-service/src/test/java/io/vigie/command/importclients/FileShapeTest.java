package io.vigie.command.importclients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.vigie.web.Rejected;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FileShapeTest {

    @Test
    void givenAnyFile_whenItPassesBy_thenAsManyRowsAsTheReaderFinds() throws Exception {
        Random random = new Random(7);
        String alphabet = "a,\"\n\r é";
        int closed = 0;
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder("h\n");
            random.ints(random.nextInt(20), 0, alphabet.length()).forEach(place -> text.append(alphabet.charAt(place)));
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            FileShape shape = new FileShape();
            shape.pass(bytes, 0, bytes.length);
            try {
                assertThat(shape.rowsBelowHeader()).as(text.toString()).isEqualTo(rows(bytes) - 1);
                closed++;
            } catch (Rejected open) {
                assertThat(text.toString()).contains("\"");
            }
        }
        assertThat(closed).isBetween(5_000, 19_999);
    }

    @Test
    void givenRowWithoutEnd_whenItPassesBy_thenRefusedAfterSixtyFourKilobytes() {
        FileShape shape = new FileShape();
        byte[] start = "h\n\"".getBytes(StandardCharsets.UTF_8);
        byte[] more = "x,\n".repeat(30_000).getBytes(StandardCharsets.UTF_8);
        shape.pass(start, 0, start.length);

        assertThatThrownBy(() -> shape.pass(more, 0, more.length)).isInstanceOf(Rejected.class);
    }

    private static long rows(byte[] bytes) throws IOException {
        long rows = 0;
        try (CloseableIterator<CsvRecord> records = CsvRecords.of(new ByteArrayInputStream(bytes))) {
            while (records.hasNext()) {
                records.next();
                rows++;
            }
        }
        return rows;
    }
}
