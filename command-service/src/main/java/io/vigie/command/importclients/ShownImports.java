package io.vigie.command.importclients;

import io.vigie.command.importclients.ImportProgress.Finding;
import io.vigie.command.platform.Attempts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads imports for those who ask. */
@Component
class ShownImports {

    private static final int MOST_WARNINGS = 100;

    private final JdbcTemplate jdbc;
    private final Attempts attempts;

    ShownImports(JdbcTemplate jdbc, Attempts attempts) {
        this.jdbc = jdbc;
        this.attempts = attempts;
    }

    /** Counts and rows belong together, even those of an import that goes on. */
    Optional<ImportProgress> show(String importId, long afterLine, int limit) {
        return attempts.inSnapshot(() -> read(importId, afterLine, limit));
    }

    private Optional<ImportProgress> read(String importId, long afterLine, int limit) {
        List<Finding> rejections = findings(importId, "rejection", afterLine, limit + 1);
        boolean more = rejections.size() > limit;
        List<Finding> page = more ? rejections.subList(0, limit) : rejections;
        String next = more ? Cursor.after(page.get(limit - 1).line()) : null;
        List<Finding> warned = findings(importId, "warning", 0, MOST_WARNINGS);
        return jdbc.query("""
                        select import_id, state, total, processed, accepted, duplicate, rejected, conflicts, warnings,
                            failure, last_transaction_id, started_at, finished_at
                        from client_import where import_id = ? and state <> 'receiving'""", (row, number) -> progress(row, page, next, warned), importId).stream()
                .findFirst();
    }

    private List<Finding> findings(String importId, String kind, long afterLine, int most) {
        return jdbc.query(
                """
                select line, column_name, reason from client_import_finding
                where import_id = ? and kind = ? and line > ? order by line limit ?""",
                (row, number) -> {
                    String column = row.getString(2);
                    return new Finding(row.getLong(1), column.isEmpty() ? null : column, row.getString(3));
                },
                importId,
                kind,
                afterLine,
                most);
    }

    private static ImportProgress progress(
            ResultSet row, List<Finding> rejections, @Nullable String next, List<Finding> warned) throws SQLException {
        Timestamp finished = row.getTimestamp("finished_at");
        return new ImportProgress(
                row.getString("import_id"),
                row.getString("state"),
                row.getLong("total"),
                row.getLong("processed"),
                row.getLong("accepted"),
                row.getLong("duplicate"),
                row.getLong("rejected"),
                row.getLong("conflicts"),
                row.getLong("warnings"),
                rejections,
                next,
                warned,
                row.getString("failure"),
                row.getString("last_transaction_id"),
                row.getTimestamp("started_at").toInstant(),
                finished == null ? null : finished.toInstant());
    }
}
