package io.vigie.training.readdata;

import java.util.List;

/**
 * Rows as they came, before anybody decided what they mean.
 *
 * @param source what it was called, for people
 * @param sha256 of its bytes, hexadecimal, lower case
 * @param columns names, all different
 * @param rows in the order they came, one cell per column; an empty cell is an empty string
 */
public record Table(String source, String sha256, List<String> columns, List<List<String>> rows) {

    /** The cells of a column, trimmed. */
    public List<String> cells(String column) {
        int index = columns.indexOf(column);
        return rows.stream().map(row -> row.get(index).trim()).toList();
    }
}
