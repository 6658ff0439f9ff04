package io.vigie.benchmarks.projection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Rows of one table in memory, and how they are upserted.
 *
 * @param upsert with one parameter for each column
 */
record UpsertedRows(String upsert, List<Object[]> rows) {

    private static final String COLUMNS = """
            select column_name from information_schema.columns
            where table_schema = 'views' and table_name = ? and is_generated = 'NEVER' order by ordinal_position""";

    /** The rows of a table for which {@code condition} holds. */
    static UpsertedRows of(Connection views, String table, String key, String condition) throws SQLException {
        List<String> columns = columns(views, table);
        String names = String.join(", ", columns);
        String upsert = "insert into views." + table + " (" + names + ") values ("
                + columns.stream().map(name -> "?").collect(Collectors.joining(", ")) + ") on conflict (" + key
                + ") do update set "
                + columns.stream().map(name -> name + " = excluded." + name).collect(Collectors.joining(", "));
        List<Object[]> rows = new ArrayList<>();
        try (PreparedStatement select =
                        views.prepareStatement("select " + names + " from views." + table + " where " + condition);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                Object[] values = new Object[columns.size()];
                for (int column = 0; column < values.length; column++) {
                    values[column] = row.getObject(column + 1);
                }
                rows.add(values);
            }
        }
        return new UpsertedRows(upsert, rows);
    }

    /** Upserts some of them in one batch. */
    void write(Connection views, int from, int until) throws SQLException {
        try (PreparedStatement statement = views.prepareStatement(upsert)) {
            for (Object[] row : rows.subList(Math.min(from, rows.size()), Math.min(until, rows.size()))) {
                for (int column = 0; column < row.length; column++) {
                    statement.setObject(column + 1, row[column]);
                }
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static List<String> columns(Connection views, String table) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (PreparedStatement select = views.prepareStatement(COLUMNS)) {
            select.setString(1, table);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    columns.add(row.getString(1));
                }
            }
        }
        return columns;
    }
}
