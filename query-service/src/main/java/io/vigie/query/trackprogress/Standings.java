package io.vigie.query.trackprogress;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.zaxxer.hikari.HikariDataSource;
import io.vigie.contracts.Headers;
import io.vigie.query.platform.Portfolio;
import io.vigie.query.projection.HeaderText;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** How far single clients are, as the database says. */
@Component
final class Standings {

    /**
     * Held: events wait behind one that is missing, or one could not be handled and nobody has decided to do without it.
     * And whether the relay ever gave one up.
     */
    private static final String OF = """
            select c.client_id, coalesce(v.version, 0),
                coalesce((select s.client_version from client_score s
                    where s.client_id = c.client_id order by s.score_sequence desc limit 1), 0),
                exists (select from parked_record p
                    where p.track = 'clients' and p.subject = c.client_id and not p.eviction)
                or exists (select from failed_record f
                    where f.track = 'clients' and f.subject = c.client_id and f.number > coalesce(v.version, 0)
                        and not exists (select from parked_record e
                            where e.track = f.track and e.subject = f.subject and e.number = f.number and e.eviction)),
                exists (select from dead_letter l
                    where l.consumer = 'relay' and l.record_key = convert_to(c.client_id, 'UTF8')),
                v.account_manager_id
            from unnest(?::text[]) as c(client_id) left join client_view v on v.client_id = c.client_id""";

    private static final String GIVEN_UP_BY_THE_RELAY =
            "select record_headers from dead_letter where consumer = 'relay' and record_key = convert_to(?, 'UTF8')";

    private static final String EVICTED =
            "select number from parked_record where track = 'clients' and subject = ? and eviction";

    private final JdbcTemplate jdbc;

    /** Sees all rows, whoever waits: {@link Standing#in} keeps what is nobody else's business. */
    Standings(DataSource views) throws SQLException {
        this.jdbc = new JdbcTemplate(views.unwrap(HikariDataSource.class));
    }

    /**
     * One client.
     *
     * @param version that the views show; 0 for a client that they don't know
     * @param scored version that its newest score record is about, whatever its outcome; 0 without one
     * @param held whether an event of it was left out, so that what the views show may be older than any token
     * @param accountManagerId who looks after it; null for nobody
     */
    record Standing(
            long version,
            long scored,
            boolean held,
            @Nullable String accountManagerId) {

        private static final Standing UNKNOWN = new Standing(0, 0, false, null);

        /** As if there were no client outside of the portfolio: how long somebody waits must not tell that there is one. */
        Standing in(Portfolio portfolio) {
            return portfolio.contains(accountManagerId) ? this : UNKNOWN;
        }
    }

    Map<String, Standing> of(Collection<String> clientIds) {
        Map<String, Standing> standings = new HashMap<>();
        List<String> givenUp = new ArrayList<>();
        jdbc.query(
                OF,
                row -> {
                    standings.put(
                            row.getString(1),
                            new Standing(row.getLong(2), row.getLong(3), row.getBoolean(4), row.getString(6)));
                    if (row.getBoolean(5)) {
                        givenUp.add(row.getString(1));
                    }
                },
                (Object) clientIds.toArray(String[]::new));
        givenUp.forEach(clientId -> standings.computeIfPresent(
                clientId,
                (id, standing) -> new Standing(
                        standing.version(),
                        standing.scored(),
                        standing.held() || lacksWhatTheRelayGaveUp(id, standing.version()),
                        standing.accountManagerId())));
        return standings;
    }

    /** Until the event is there after all or its eviction is: that somebody has decided says nothing yet. */
    private boolean lacksWhatTheRelayGaveUp(String clientId, long version) {
        Set<Long> evicted = new HashSet<>(jdbc.queryForList(EVICTED, Long.class, clientId));
        return jdbc.queryForList(GIVEN_UP_BY_THE_RELAY, String.class, clientId).stream()
                .map(Standings::version)
                .anyMatch(given -> given > version && !evicted.contains(given));
    }

    /** 0 when the letter doesn't say. */
    private static long version(String headers) {
        Header version = HeaderText.read(headers).lastHeader(Headers.VERSION);
        String text = version == null || version.value() == null ? "" : new String(version.value(), UTF_8);
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
    }
}
