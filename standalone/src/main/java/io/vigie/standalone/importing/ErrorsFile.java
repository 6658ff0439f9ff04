package io.vigie.standalone.importing;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.vigie.standalone.Refusal;
import io.vigie.standalone.api.Api;
import io.vigie.standalone.api.Query;
import io.vigie.standalone.output.Terminal;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The rejected rows of a file with line, column and reason in front of them. */
final class ErrorsFile {

    private static final int PAGE = 500;

    private final Path file;
    private final Path errors;

    ErrorsFile(Path file, Path errors) {
        this.file = file;
        this.errors = errors;
    }

    void write(Api api, String id) {
        Map<Long, List<JsonNode>> rejections = rejections(api, id);
        Map<Long, List<String>> rows = rows(rejections);
        try (CsvWriter csv = CsvWriter.builder().build(errors)) {
            csv.writeRecord("line", "column", "reason", "row");
            for (Map.Entry<Long, List<JsonNode>> line : rejections.entrySet()) {
                for (JsonNode rejection : line.getValue()) {
                    csv.writeRecord(record(line.getKey(), rejection, rows.getOrDefault(line.getKey(), List.of())));
                }
            }
        } catch (IOException unwritable) {
            throw new Refusal(
                    Terminal.safe(errors.toString()) + " can't be written: make room or give yourself the right to.",
                    1,
                    unwritable);
        }
    }

    private static List<String> record(long line, JsonNode rejection, List<String> row) {
        List<String> cells = new ArrayList<>();
        cells.add(Long.toString(line));
        cells.add(Terminal.cell(rejection.path("column").asString("")));
        cells.add(Terminal.cell(rejection.path("reason").asString("")));
        row.forEach(cell -> cells.add(Terminal.cell(cell)));
        return cells;
    }

    private static Map<Long, List<JsonNode>> rejections(Api api, String id) {
        Map<Long, List<JsonNode>> rejections = new TreeMap<>();
        @Nullable String cursor = null;
        do {
            JsonNode page = api.get(
                    "/api/imports/" + Api.segment(id),
                    Query.none().with("limit", PAGE).with("cursor", cursor));
            for (JsonNode rejection : page.path("rejections")) {
                rejections
                        .computeIfAbsent(rejection.path("line").asLong(0), line -> new ArrayList<>())
                        .add(rejection);
            }
            cursor = page.path("next").isString() ? page.path("next").stringValue() : null;
        } while (cursor != null);
        return rejections;
    }

    /**
     * What stands in those lines, read by the rules by which the system read the file: a row of the wrong width or with bytes
     * that are no UTF-8 is a row too. A file that can't be split into rows gives those before the fault.
     */
    private Map<Long, List<String>> rows(Map<Long, List<JsonNode>> rejections) {
        Map<Long, List<String>> rows = new TreeMap<>();
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowExtraCharsAfterClosingQuote(true)
                .ofCsvRecord(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
            for (CsvRecord row : csv) {
                if (rejections.containsKey(row.getStartingLineNumber())) {
                    rows.put(row.getStartingLineNumber(), row.getFields());
                }
            }
        } catch (IOException | CsvParseException unreadable) {
            return rows;
        }
        return rows;
    }
}
