package io.vigie.query.trackprogress;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** How far single clients are scored, as the database says. */
@Component
final class OwnScores {

    private final JdbcTemplate jdbc;

    OwnScores(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One client.
     *
     * @param version that the views show
     * @param scored version that its newest score record is about, whatever its outcome; 0 without one
     */
    record Standing(long version, long scored) {}

    /** Those of these clients that the views know. */
    Map<String, Standing> of(Collection<String> clientIds) {
        Map<String, Standing> standings = new HashMap<>();
        jdbc.query(
                "select v.client_id, v.version, coalesce((select s.client_version from client_score s"
                        + " where s.client_id = v.client_id order by s.score_sequence desc limit 1), 0)"
                        + " from client_view v where v.client_id = any(?)",
                row -> {
                    standings.put(row.getString(1), new Standing(row.getLong(2), row.getLong(3)));
                },
                (Object) clientIds.toArray(String[]::new));
        return standings;
    }
}
