package io.vigie.query.trackprogress;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** How far single clients are, as the database says. */
@Component
final class Standings {

    /** Events wait behind one that is missing, or the next one could not be handled and nobody has decided on it yet. */
    private static final String OF = """
            select c.client_id, coalesce(v.version, 0),
                coalesce((select s.client_version from client_score s
                    where s.client_id = c.client_id order by s.score_sequence desc limit 1), 0),
                exists (select from parked_record p
                    where p.track = 'clients' and p.subject = c.client_id and not p.eviction)
                or exists (select from failed_record f
                    where f.track = 'clients' and f.subject = c.client_id and f.number = coalesce(v.version, 0) + 1
                        and not exists (select from parked_record e
                            where e.track = f.track and e.subject = f.subject and e.number = f.number and e.eviction))
                or exists (select from dead_letter l
                    where l.consumer = 'relay' and l.record_key = convert_to(c.client_id, 'UTF8')
                        and not exists (select from dead_letter_decision d where d.dead_letter_id = l.dead_letter_id))
            from unnest(?::text[]) as c(client_id) left join client_view v on v.client_id = c.client_id""";

    private final JdbcTemplate jdbc;

    Standings(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One client.
     *
     * @param version that the views show; 0 for a client that they don't know
     * @param scored version that its newest score record is about, whatever its outcome; 0 without one
     * @param held whether an event of it was left out, so that what the views show may be older than any token
     */
    record Standing(long version, long scored, boolean held) {}

    Map<String, Standing> of(Collection<String> clientIds) {
        Map<String, Standing> standings = new HashMap<>();
        jdbc.query(
                OF,
                row -> {
                    standings.put(row.getString(1), new Standing(row.getLong(2), row.getLong(3), row.getBoolean(4)));
                },
                (Object) clientIds.toArray(String[]::new));
        return standings;
    }
}
