package io.vigie.query.evaluatemodel;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.vigie.web.Rejected;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * A CSV file that somebody sent, here as a whole: whoever sends doesn't read the answer before all is sent, so that nothing can be
 * answered while it still comes. RFC 4180 in UTF-8, with any line ends, with or without a mark at the beginning.
 */
final class RecordsFile {

    private static final char MARK = '\uFEFF';
    private static final int LONGEST = 1024 * 1024;

    private final Sent sent;

    private RecordsFile(Sent sent) {
        this.sent = sent;
    }

    /**
     * Looks all of it over.
     *
     * @throws Rejected 422 for what can't be split into rows of texts
     */
    static RecordsFile of(Sent sent) throws IOException {
        RecordsFile file = new RecordsFile(sent);
        file.check();
        return file;
    }

    private void check() throws IOException {
        long line = 1;
        try (CloseableIterator<CsvRecord> rows = rows()) {
            while (rows.hasNext()) {
                line = rows.next().getStartingLineNumber();
            }
        } catch (CsvParseException unreadable) {
            throw unreadable.getCause() instanceof CharacterCodingException ? notUtf8() : neverEnds(line);
        } catch (UncheckedIOException failed) {
            throw failed.getCause() instanceof CharacterCodingException ? notUtf8() : failed;
        }
    }

    private static Rejected notUtf8() {
        return Rejected.unprocessable("not-utf8", "Not UTF-8", "The file isn't text in UTF-8: save it as that.");
    }

    private static Rejected neverEnds(long line) {
        return Rejected.unprocessable(
                        "unclosed-quote",
                        "A row doesn't end",
                        "The row behind the one of line " + line + " never ends or is too long; perhaps a quote is left"
                                + " open. Nothing was evaluated.")
                .with("line", line);
    }

    /** From the header on, empty lines left out; a row of another width is a row. */
    CloseableIterator<CsvRecord> rows() throws IOException {
        BufferedReader text =
                new BufferedReader(new InputStreamReader(sent.open(), StandardCharsets.UTF_8.newDecoder()), 1 << 16);
        text.mark(1);
        try {
            if (text.read() != MARK) {
                text.reset();
            }
        } catch (CharacterCodingException notText) {
            text.close();
            throw notUtf8();
        }
        return CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(LONGEST)
                .ofCsvRecord(text)
                .iterator();
    }
}
