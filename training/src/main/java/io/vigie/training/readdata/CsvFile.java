package io.vigie.training.readdata;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.vigie.training.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** A file of comma-separated values in UTF-8 with a header. */
public record CsvFile(Path file) implements RowSource {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    @Override
    public Table read() {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new Refusal("There is no file to read at " + file + ": give --data an existing CSV file.");
        }
        try {
            byte[] bytes = Files.readAllBytes(file);
            String text = new String(bytes, StandardCharsets.UTF_8);
            List<CsvRecord> records;
            try (CsvReader<CsvRecord> reader = CsvReader.builder()
                    .allowExtraFields(true)
                    .allowMissingFields(true)
                    .ofCsvRecord(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text)) {
                records = reader.stream().toList();
            }
            if (records.isEmpty()) {
                throw new Refusal(file + " is empty: the first line must name the columns.");
            }
            List<String> columns =
                    records.get(0).getFields().stream().map(String::trim).toList();
            mustBeHeader(columns);
            return new Table(file.getFileName().toString(), sha256(bytes), columns, rows(records, columns.size()));
        } catch (IOException | CsvParseException fault) {
            throw new Refusal(file + " can't be read as CSV: " + fault.getMessage(), fault);
        }
    }

    private void mustBeHeader(List<String> columns) {
        if (columns.stream().anyMatch(name -> name.isEmpty() || Cells.isNumber(name))) {
            throw new Refusal(
                    file + " has no header: the first line must name the columns, without numbers or empty names.");
        }
        Set<String> seen = new HashSet<>();
        for (String name : columns) {
            if (!seen.add(name)) {
                throw new Refusal(file + " names the column " + name + " twice: rename one of them.");
            }
        }
    }

    private List<List<String>> rows(List<CsvRecord> records, int width) {
        for (CsvRecord row : records.subList(1, records.size())) {
            if (row.getFieldCount() != width) {
                throw new Refusal("%s has %d cells in line %d and %d columns in its header: mend or remove that line."
                        .formatted(file, row.getFieldCount(), row.getStartingLineNumber(), width));
            }
        }
        if (records.size() == 1) {
            throw new Refusal(file + " has a header but no rows: there is nothing to learn from.");
        }
        return records.subList(1, records.size()).stream()
                .map(CsvRecord::getFields)
                .toList();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
