package io.vigie.query.evaluatemodel;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.vigie.web.Rejected;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A CSV file that somebody sent, on disk: whoever sends doesn't read the answer before all is sent, so that nothing can be
 * answered while it still comes. RFC 4180 in UTF-8, with any line ends, with or without a mark at the beginning.
 */
final class RecordsFile implements AutoCloseable {

    private static final String BEGIN = "vigie-records-";
    private static final String END = ".csv";
    private static final char MARK = '\uFEFF';
    private static final Logger LOG = LoggerFactory.getLogger(RecordsFile.class);
    private static final int LONGEST = 1024 * 1024;

    private final Path path;

    private RecordsFile(Path path) {
        this.path = path;
    }

    /**
     * Takes all of it and looks it over.
     *
     * @throws Rejected 422 for what can't be split into rows of texts
     */
    static RecordsFile of(InputStream sent) throws IOException {
        RecordsFile file = new RecordsFile(Files.createTempFile(BEGIN, END));
        try {
            Files.copy(sent, file.path, StandardCopyOption.REPLACE_EXISTING);
            file.check();
            return file;
        } catch (IOException | RuntimeException failure) {
            file.close();
            throw failure;
        }
    }

    /** Deletes those in a folder that were written before then: whoever was killed left them. */
    static void clear(Path folder, Instant before) throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, BEGIN + "*" + END)) {
            for (Path file : left) {
                try {
                    if (Files.getLastModifiedTime(file, NOFOLLOW_LINKS)
                            .toInstant()
                            .isBefore(before)) {
                        Files.deleteIfExists(file);
                    }
                } catch (FileSystemException othersOrGone) {
                    LOG.debug("A file of records stays where it is.");
                }
            }
        } catch (DirectoryIteratorException unreadable) {
            throw unreadable.getCause();
        }
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
        BufferedReader text = new BufferedReader(
                new InputStreamReader(Files.newInputStream(path), StandardCharsets.UTF_8.newDecoder()), 1 << 16);
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

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
