package io.vigie.query.modeldrift;

import io.vigie.contracts.sketch.Sketch;
import io.vigie.query.knownmodels.KnownVersion;
import io.vigie.query.platform.Wire;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The table {@code model_sketch}, added up row by row: days are many, what is in memory is one window. */
@Component
class ToldSketches {

    private static final int FETCHED = 100;

    private final JdbcTemplate jdbc;

    ToldSketches(DataSource views) {
        this.jdbc = new JdbcTemplate(views);
        this.jdbc.setFetchSize(FETCHED);
    }

    /** All that was told of the days, both of them included. In a transaction, or all rows are in memory at once. */
    Window between(KnownVersion version, LocalDate from, LocalDate to) {
        WindowSum sum = new WindowSum();
        jdbc.query(
                "select score, inputs from model_sketch where model_name = ? and version = ? and day between ? and ?",
                row -> {
                    sum.add(read(row));
                },
                version.name(),
                version.version(),
                from,
                to);
        return sum.window();
    }

    private static Window read(ResultSet row) throws SQLException {
        Map<String, Sketch> inputs = new TreeMap<>();
        Wire.tree(row.getString("inputs"))
                .properties()
                .forEach(input ->
                        inputs.put(input.getKey(), Wire.parse(input.getValue().toString(), Sketch.class)));
        return new Window(Wire.parse(row.getString("score"), Sketch.class), inputs);
    }

    /** The version's first days until there are so many records; empty while there is no day. */
    Optional<AskedWindow> first(KnownVersion version, long records) {
        return jdbc
                .query(
                        """
                        select min(day) as first, max(day) as last from (
                            select day, sum(sum(records)) over (order by day) - sum(records) as before from model_sketch
                            where model_name = ? and version = ? group by day) days
                        where before < ? having count(*) > 0""",
                        (row, index) -> new AskedWindow(
                                row.getObject("first", LocalDate.class), row.getObject("last", LocalDate.class)),
                        version.name(),
                        version.version(),
                        records)
                .stream()
                .findFirst();
    }
}
