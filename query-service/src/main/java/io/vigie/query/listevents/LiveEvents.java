package io.vigie.query.listevents;

import io.vigie.query.changes.Change;
import io.vigie.query.changes.Change.Kind;
import io.vigie.query.livestream.Audience;
import io.vigie.query.livestream.LiveTopic;
import io.vigie.query.livestream.Patch;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Events of clients as they happen, without what they say. */
@Component
final class LiveEvents implements LiveTopic {

    private static final String THESE = "select e.client_id, e.version, e.event_id, e.type, e.revision, e.time, e.actor"
            + " from unnest(?::text[], ?::int8[], ?::int8[]) as c(client_id, first, last)"
            + " join client_event e on e.client_id = c.client_id and e.version between c.first and c.last"
            + " where e.handled";

    private static final String OWN =
            " and exists (select from client_card v where v.client_id = e.client_id" + " and v.account_manager_id = ?)";

    private static final String IN_ORDER = " order by e.client_id, e.version";

    private final JdbcTemplate jdbc;

    LiveEvents(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An event.
     *
     * @param actor who did it; null for whoever isn't told
     */
    record LiveEvent(
            String clientId,
            long version,
            String eventId,
            String type,
            int revision,
            Instant time,
            @Nullable String actor) {

        static LiveEvent read(ResultSet row, boolean masked) throws SQLException {
            return new LiveEvent(
                    row.getString(1),
                    row.getLong(2),
                    row.getString(3),
                    row.getString(4),
                    row.getInt(5),
                    row.getObject(6, OffsetDateTime.class).toInstant(),
                    masked ? null : row.getString(7));
        }
    }

    @Override
    public String name() {
        return "events";
    }

    @Override
    public String read() {
        return "/api/clients/{clientId}/events";
    }

    @Override
    public Set<Kind> kinds() {
        return Set.of(Kind.CLIENT);
    }

    @Override
    public boolean isOfEvents() {
        return true;
    }

    @Override
    public List<Patch> patches(Audience audience, List<Change> changes) {
        List<Object> asked = new ArrayList<>(List.of(
                changes.stream().map(Change::id).toArray(String[]::new),
                changes.stream().map(Change::first).toArray(Long[]::new),
                changes.stream().map(Change::last).toArray(Long[]::new)));
        String question = audience.portfolio().choose(() -> THESE, own -> {
            asked.add(own);
            return THESE + OWN;
        });
        return jdbc
                .query(question + IN_ORDER, (row, index) -> LiveEvent.read(row, audience.masked()), asked.toArray())
                .stream()
                .map(event -> new Patch(event.eventId(), event))
                .toList();
    }
}
