package io.vigie.standalone.model.evaluate;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some rows of a file behind its header. */
final class Part {

    private static final int MOST_ROWS = 5_000;
    private static final int MOST_CHARACTERS = 1_000_000;

    private @Nullable List<String> header;
    private StringWriter text = new StringWriter();
    private int rows;

    /** The first one is the header. */
    void add(List<String> fields) throws IOException {
        if (header == null) {
            header = List.copyOf(fields);
            begin();
        } else {
            append(fields);
            rows++;
        }
    }

    /** Without rows. */
    void begin() throws IOException {
        text = new StringWriter();
        rows = 0;
        if (header != null) {
            append(header);
        }
    }

    private void append(List<String> fields) throws IOException {
        CsvWriter.builder().build(text).writeRecord(fields).flush();
    }

    boolean hasHeader() {
        return header != null;
    }

    boolean isFull() {
        return rows >= MOST_ROWS || text.getBuffer().length() >= MOST_CHARACTERS;
    }

    int rows() {
        return rows;
    }

    String text() {
        return text.toString();
    }
}
