package io.vigie.query.platform;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SqlTypeValue;

/**
 * Many rows of one table in one statement: an array per column, unnested by the server.
 *
 * @param <R> what a row is made of
 */
public final class TableWrite<R> {

    private final String table;
    private final List<Column<R>> columns = new ArrayList<>();
    private int keys;
    private String conflict = "";

    private TableWrite(String table) {
        this.table = table;
    }

    /** Starts with the table's name. */
    public static <R> TableWrite<R> into(String table) {
        return new TableWrite<>(table);
    }

    /** A column of the primary key; before all others. */
    public TableWrite<R> key(String name, String type, Function<R, ?> value) {
        keys++;
        return column(name, type, value);
    }

    /** A column with its PostgreSQL type. */
    public TableWrite<R> column(String name, String type, Function<R, ? extends @Nullable Object> value) {
        columns.add(new Column<>(name, type, value));
        return this;
    }

    /** A row that is there is set to the new values. */
    public TableWrite<R> orSet() {
        conflict = " on conflict (" + names(columns.subList(0, keys)) + ") do update set "
                + columns.subList(keys, columns.size()).stream()
                        .map(column -> column.name + " = excluded." + column.name)
                        .collect(Collectors.joining(", "));
        return this;
    }

    /** A row that is there is set to the new values, but only to later ones; these columns in their order say so. */
    public TableWrite<R> orSetToLater(String... order) {
        orSet();
        String columnsOf = Stream.of(order).map(column -> "%1$s." + column).collect(Collectors.joining(", ", "(", ")"));
        conflict += " where " + columnsOf.formatted("excluded") + " > " + columnsOf.formatted(table);
        return this;
    }

    /** A row that is there stays as it is. */
    public TableWrite<R> orKeep() {
        conflict = " on conflict do nothing";
        return this;
    }

    /**
     * Has the rows written in the order of their first key: two batches with clients in common wait for one another, and
     * never each for the other.
     */
    public void write(Writes writes, Collection<R> rows) {
        if (!rows.isEmpty()) {
            Column<R> key = columns.get(0);
            List<R> ordered = rows.stream()
                    .sorted(Comparator.comparing(row -> String.valueOf(key.value.apply(row))))
                    .toList();
            writes.add(
                    sql(),
                    columns.stream()
                            .map(column -> (SqlTypeValue) (statement, index, sqlType, typeName) ->
                                    statement.setArray(index, column.array(statement.getConnection(), ordered)))
                            .toArray());
        }
    }

    private String sql() {
        return "insert into " + table + " (" + names(columns) + ") select * from unnest("
                + columns.stream().map(column -> "?::" + column.type + "[]").collect(Collectors.joining(", "))
                + ")" + conflict;
    }

    private static <R> String names(List<Column<R>> columns) {
        return columns.stream().map(column -> column.name).collect(Collectors.joining(", "));
    }

    private record Column<R>(String name, String type, Function<R, ? extends @Nullable Object> value) {

        Array array(Connection connection, Collection<R> rows) throws SQLException {
            return connection.createArrayOf(type, rows.stream().map(this::text).toArray());
        }

        private @Nullable Object text(R row) {
            Object plain = value.apply(row);
            if (plain instanceof byte[] bytes) {
                return "\\x" + HexFormat.of().formatHex(bytes);
            }
            return plain == null ? null : plain.toString();
        }
    }
}
