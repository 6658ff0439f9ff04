package io.vigie.query.rebuild;

import io.vigie.query.platform.Wire;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** The reports in the database, where every instance finds them, also after a restart. */
final class Reports {

    private static final int KEPT = 20;

    private final JdbcTemplate jdbc;

    Reports(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Optional<RebuildReport> find(String id) {
        return jdbc.queryForList("select report from rebuild_report where rebuild_id = ?", String.class, id).stream()
                .map(report -> Wire.parse(report, RebuildReport.class))
                .findFirst();
    }

    void save(RebuildReport report) {
        jdbc.update(
                "insert into rebuild_report (rebuild_id, started_at, finished, report) values (?, ?::timestamptz, ?, ?)"
                        + " on conflict (rebuild_id) do update"
                        + " set finished = excluded.finished, report = excluded.report",
                report.rebuildId(),
                report.startedAt().toString(),
                !report.isRunning(),
                Wire.text(report));
    }

    /** Those that say that they run. */
    List<RebuildReport> unfinished() {
        return jdbc.queryForList("select report from rebuild_report where not finished", String.class).stream()
                .map(report -> Wire.parse(report, RebuildReport.class))
                .toList();
    }

    void forgetOldest() {
        jdbc.update("delete from rebuild_report where rebuild_id not in"
                + " (select rebuild_id from rebuild_report order by started_at desc limit " + KEPT + ")");
    }
}
