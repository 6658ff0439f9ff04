package io.vigie.standalone.model.evaluate;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.vigie.standalone.Refusal;
import io.vigie.standalone.api.Api;
import io.vigie.standalone.output.CountedFile;
import io.vigie.standalone.output.Progress;
import io.vigie.standalone.output.Terminal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * The rows of a file, sent in parts of some thousand: what is held in memory stays the same however many there are, a part
 * whose answer got lost is sent again, and the answer of one part is read before the next is sent, so that neither side waits
 * for the other to read.
 */
final class FileRows {

    private static final char MARK = '\uFEFF';
    private static final int LONGEST_ROW = 1024 * 1024;

    private final Api api;
    private final String path;
    private final Path file;

    FileRows(Api api, String path, Path file) {
        this.api = api;
        this.path = path;
        this.file = file;
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new Refusal("There is no file to read at " + shown() + ".");
        }
    }

    /**
     * How it went.
     *
     * @param rows that the file has
     * @param problems rows among them that have no outputs
     */
    record Counts(long rows, long problems) {}

    /** To a file that is there only when it is complete. */
    Counts evaluateTo(Path out) {
        try (CompleteFile complete = new CompleteFile(out)) {
            Counts counts = evaluateTo(complete.writer());
            complete.putInPlace();
            return counts;
        }
    }

    Counts evaluateTo(Writer out) {
        try (Progress progress = new Progress("evaluate", "bytes", Files.size(file));
                CsvReader<CsvRecord> rows = CsvReader.builder()
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .allowUnclosedQuote(false)
                        .maxBufferSize(LONGEST_ROW)
                        .ofCsvRecord(text(progress))) {
            Answers answers = new Answers(CsvWriter.builder().build(out));
            Part part = new Part();
            long sent = 0;
            for (CsvRecord row : rows) {
                part.add(row.getFields());
                if (part.isFull()) {
                    sent = send(part, answers, sent);
                }
            }
            if (sent == 0 || part.rows() > 0) {
                sent = send(part, answers, sent);
            }
            answers.flush();
            return new Counts(sent, answers.problems());
        } catch (CsvParseException broken) {
            throw new Refusal(
                    shown() + " can't be split into rows: a quote is left open, or a row is longer than a megabyte.",
                    1,
                    broken);
        } catch (UncheckedIOException failed) {
            throw failed(Objects.requireNonNull(failed.getCause()));
        } catch (IOException failed) {
            throw failed(failed);
        }
    }

    private Refusal failed(IOException failure) {
        return failure instanceof CharacterCodingException
                ? new Refusal(shown() + " isn't text in UTF-8: save it as that.", 1, failure)
                : new Refusal(
                        "The rows can't be read or written (" + Terminal.safe(String.valueOf(failure.getMessage()))
                                + "): check the disk and the permissions.",
                        1,
                        failure);
    }

    /** Without the mark that some programs put in front. */
    private Reader text(Progress progress) throws IOException {
        BufferedReader text = new BufferedReader(
                new InputStreamReader(CountedFile.open(file, progress), StandardCharsets.UTF_8.newDecoder()));
        text.mark(1);
        if (text.read() != MARK) {
            text.reset();
        }
        return text;
    }

    private long send(Part part, Answers answers, long before) throws IOException {
        if (!part.hasHeader()) {
            throw new Refusal(shown() + " is empty: its first line has to name the columns.");
        }
        int rows = part.rows();
        answers.take(api.question(path, part.text()), rows);
        part.begin();
        return before + rows;
    }

    private String shown() {
        return Terminal.safe(file.toString());
    }
}
