package io.vigie.command.importclients;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvReader.CsvReaderBuilder;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** RFC 4180 with any line ends, empty lines left out; a row of the wrong width is a row, not the end. */
final class CsvRecords {

    private CsvRecords() {}

    static CloseableIterator<CsvRecord> of(InputStream utf8) {
        return rules().ofCsvRecord(new InputStreamReader(utf8, StandardCharsets.UTF_8))
                .iterator();
    }

    static Optional<List<String>> first(String text) {
        try {
            return rules().ofCsvRecord(text).stream().findFirst().map(CsvRecord::getFields);
        } catch (CsvParseException unreadable) {
            return Optional.empty();
        }
    }

    private static CsvReaderBuilder rules() {
        return CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowExtraCharsAfterClosingQuote(true);
    }
}
