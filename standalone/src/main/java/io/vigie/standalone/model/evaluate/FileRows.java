package io.vigie.standalone.model.evaluate;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.vigie.standalone.Refusal;
import io.vigie.standalone.api.Api;
import io.vigie.standalone.output.Progress;
import io.vigie.standalone.output.Terminal;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The rows of a file, sent in parts of some thousand: what is held in memory stays the same however many there are, a part
 * whose answer got lost is sent again, and the answer of one part is read before the next is sent, so that neither side waits
 * for the other to read.
 */
final class FileRows {

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
        try (Progress progress = new Progress("evaluate", "rows", 1);
                CsvReader<CsvRecord> rows = CsvReader.builder()
                        .detectBomHeader(true)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .ofCsvRecord(file, StandardCharsets.UTF_8)) {
            Answers answers = new Answers(CsvWriter.builder().build(out));
            Part part = new Part();
            long sent = 0;
            for (CsvRecord row : rows) {
                part.add(row.getFields());
                if (part.isFull()) {
                    sent = send(part, answers, progress, sent);
                }
            }
            if (sent == 0 || part.rows() > 0) {
                sent = send(part, answers, progress, sent);
            }
            answers.flush();
            return new Counts(sent, answers.problems());
        } catch (CsvParseException broken) {
            throw new Refusal(shown() + " isn't CSV: " + Terminal.safe(broken.getMessage()) + ".", 1, broken);
        } catch (IOException failed) {
            throw new Refusal(
                    "The rows can't be read or written (" + Terminal.safe(String.valueOf(failed.getMessage()))
                            + "): check the disk and the permissions.",
                    1,
                    failed);
        }
    }

    private long send(Part part, Answers answers, Progress progress, long before) throws IOException {
        if (!part.hasHeader()) {
            throw new Refusal(shown() + " is empty: its first line has to name the columns.");
        }
        long now = before + part.rows();
        answers.take(api.question(path, part.text()), part.rows());
        progress.at(now, now);
        part.begin();
        return now;
    }

    private String shown() {
        return Terminal.safe(file.toString());
    }
}
