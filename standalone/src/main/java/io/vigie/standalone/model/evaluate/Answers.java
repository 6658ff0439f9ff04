package io.vigie.standalone.model.evaluate;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.vigie.standalone.Refusal;
import java.io.IOException;

/** The answers to all parts behind one header. */
final class Answers {

    private final CsvWriter out;
    private boolean hasHeader;
    private long problems;

    Answers(CsvWriter out) {
        this.out = out;
    }

    /**
     * The next part's.
     *
     * @param rows that were sent
     */
    void take(String answer, int rows) throws IOException {
        int got = -1;
        try (CsvReader<CsvRecord> lines = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(answer)) {
            for (CsvRecord line : lines) {
                if (got >= 0 && !line.getField(line.getFieldCount() - 1).isEmpty()) {
                    problems++;
                }
                if (got >= 0 || !hasHeader) {
                    out.writeRecord(line.getFields());
                    hasHeader = true;
                }
                got++;
            }
        } catch (CsvParseException broken) {
            throw new Refusal("What was answered isn't CSV: check --port.", 1, broken);
        }
        if (got != rows) {
            throw new Refusal("Of " + rows + " rows " + Math.max(0, got) + " were answered; try it again.");
        }
    }

    /** All that came so far is written. */
    void flush() throws IOException {
        out.flush();
    }

    /** Rows without outputs so far. */
    long problems() {
        return problems;
    }
}
