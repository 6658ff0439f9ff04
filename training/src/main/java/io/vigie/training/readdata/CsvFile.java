package io.vigie.training.readdata;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.vigie.training.Refusal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A file of comma-separated values in UTF-8 with a header.
 *
 * @param source what the report calls it, for people
 */
public record CsvFile(Path file, String source) implements RowSource {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final int SPACE = 12;

    /** Characters that XML 1.0 has no way to write. */
    private static final Pattern NO_XML = Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]");

    /** One that is called what it is called. */
    public CsvFile(Path file) {
        this(file, String.valueOf(file.getFileName()));
    }

    @Override
    public Table read() {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new Refusal("There is no file to read at " + file + ": give --data an existing CSV file.");
        }
        try {
            mustFit(Files.size(file));
            byte[] bytes = Files.readAllBytes(file);
            String text = text(bytes);
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
            List<String> columns = withoutEmptyEnd(records);
            mustBeHeader(columns);
            return new Table(source, sha256(bytes), columns, rows(records, columns.size()));
        } catch (IOException | CsvParseException fault) {
            throw new Refusal(file + " can't be read as CSV: " + fault.getMessage(), fault);
        }
    }

    /** As text and as cells the file needs several times its size. */
    private void mustFit(long size) {
        long most = Math.min(Runtime.getRuntime().maxMemory() / SPACE, Integer.MAX_VALUE / 2);
        if (size > most) {
            throw new Refusal(
                    "%s has %,d MB, and the memory of this program is enough for %,d: bring fewer rows, or more"
                                    .formatted(file, size >> 20, most >> 20)
                            + " memory by JDK_JAVA_OPTIONS=-Xmx…");
        }
    }

    private String text(byte[] bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException other) {
            throw new Refusal(file + " isn't text in UTF-8: save it as that.", other);
        }
        if (NO_XML.matcher(text).find()) {
            throw new Refusal(file + " holds control characters, which no document can: remove them.");
        }
        return text;
    }

    private void mustBeHeader(List<String> columns) {
        if (columns.stream().anyMatch(Cells::isNumber) || columns.stream().allMatch(String::isEmpty)) {
            throw new Refusal(file + " has no header: the first line must name the columns, without numbers.");
        }
        if (columns.contains("")) {
            throw new Refusal(file + " has no name for column " + (columns.indexOf("") + 1)
                    + " in its first line: name it, or remove the column.");
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
            if (row.getFieldCount() < width || !isEmptyFrom(width, row)) {
                throw new Refusal("%s has %d cells in line %d and %d columns in its header: mend or remove that line."
                        .formatted(file, row.getFieldCount(), row.getStartingLineNumber(), width));
            }
        }
        if (records.size() == 1) {
            throw new Refusal(file + " has a header but no rows: there is nothing to learn from.");
        }
        return records.subList(1, records.size()).stream()
                .map(row -> row.getFields().subList(0, width))
                .toList();
    }

    /** The names of the columns; spreadsheets write commas for those at the end that somebody emptied. */
    private static List<String> withoutEmptyEnd(List<CsvRecord> records) {
        List<String> names =
                records.get(0).getFields().stream().map(String::trim).toList();
        int end = names.size();
        while (end > 1 && names.get(end - 1).isEmpty()) {
            end--;
        }
        int width = end;
        return records.stream().allMatch(row -> isEmptyFrom(width, row)) ? names.subList(0, width) : names;
    }

    private static boolean isEmptyFrom(int column, CsvRecord row) {
        return row.getFields().stream().skip(column).allMatch(String::isBlank);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
