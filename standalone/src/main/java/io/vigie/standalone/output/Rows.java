package io.vigie.standalone.output;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.vigie.standalone.output.OutputFormat.Format;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Rows with named columns that print as a table, JSON or CSV. An absent value is null, an empty field or a dash. */
public final class Rows {

    private final List<String> columns;
    private final List<List<@Nullable Object>> rows = new ArrayList<>();

    public Rows(String... columns) {
        this.columns = List.of(columns);
    }

    /** Adds a row: a value for each column, in the columns' order. */
    public void add(@Nullable Object... values) {
        if (values.length != columns.size()) {
            throw new IllegalArgumentException("a row needs " + columns.size() + " values");
        }
        rows.add(new ArrayList<>(Arrays.asList(values)));
    }

    /** Prints all rows. */
    public void print(PrintWriter out, Format format) {
        out.print(
                switch (format) {
                    case TABLE -> table();
                    case JSON -> json();
                    case CSV -> csv();
                });
        out.flush();
    }

    private String json() {
        List<Map<String, @Nullable Object>> objects = new ArrayList<>();
        for (List<@Nullable Object> row : rows) {
            Map<String, @Nullable Object> object = new LinkedHashMap<>();
            for (int i = 0; i < columns.size(); i++) {
                object.put(columns.get(i), row.get(i));
            }
            objects.add(object);
        }
        StringWriter text = new StringWriter();
        Json.print(new PrintWriter(text), objects);
        return text.toString();
    }

    private String csv() {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(columns);
            for (List<@Nullable Object> row : rows) {
                csv.writeRecord(row.stream().map(Rows::cell).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }

    private String table() {
        int[] widths = new int[columns.size()];
        List<List<String>> lines = new ArrayList<>();
        lines.add(columns);
        for (List<@Nullable Object> row : rows) {
            lines.add(
                    row.stream().map(value -> Terminal.safe(shown(value, "-"))).toList());
        }
        for (List<String> line : lines) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], width(line.get(i)));
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> line : lines) {
            StringBuilder padded = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                padded.append(line.get(i)).append(" ".repeat(widths[i] - width(line.get(i)) + 2));
            }
            text.append(padded.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private static String shown(@Nullable Object value, String absent) {
        return value == null ? absent : Objects.toString(value);
    }

    private static String cell(@Nullable Object value) {
        String text = shown(value, "");
        return value instanceof Number ? text : Terminal.cell(text);
    }
}
