package io.vigie.query.listallevents;

import io.vigie.query.platform.Portfolio;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Which events are asked for; null for any. */
record EventSearch(
        @Nullable String type,
        @Nullable String actor,
        @Nullable String clientId,
        @Nullable Place before) {

    /** The page's keys by the index alone, then their rows: what is passed over is never fetched. */
    private static final String FOUND = """
            select e.* from (
                select client_id, version from client_event
                where handled %s
                order by time desc, client_id desc, version desc limit ?) found
            join client_event e using (client_id, version)
            order by e.time desc, e.client_id desc, e.version desc""";

    /** The latest of each client of a portfolio, then the latest of them all: nothing of others is walked over. */
    private static final String OWN = """
            select e.* from (
                select f.client_id, f.version, f.time
                from client_view c
                cross join lateral (
                    select client_id, version, time from client_event
                    where client_id = c.client_id and handled %s
                    order by time desc, client_id desc, version desc limit ?) f
                where c.account_manager_id = ?
                order by f.time desc, f.client_id desc, f.version desc limit ?) found
            join client_event e using (client_id, version)
            order by e.time desc, e.client_id desc, e.version desc""";

    /** Where a page ended. */
    record Place(Instant time, String clientId, long version) {}

    /** Whether the first page comes without going over anything that isn't in it. */
    boolean isUnfiltered() {
        return type == null && actor == null && clientId == null;
    }

    List<ListedEvent> in(Portfolio portfolio, JdbcTemplate jdbc, int most) {
        StringBuilder conditions = new StringBuilder();
        List<Object> arguments = new ArrayList<>();
        equal(conditions, arguments, "type", type);
        equal(conditions, arguments, "actor", actor);
        equal(conditions, arguments, "client_id", clientId);
        if (before != null) {
            conditions.append(" and (time, client_id, version) < (?::timestamptz, ?, ?)");
            arguments.addAll(List.of(before.time().toString(), before.clientId(), before.version()));
        }
        arguments.add(most);
        String sql = portfolio.choose(() -> FOUND, own -> {
            arguments.addAll(List.of(own, most));
            return OWN;
        });
        return jdbc.query(sql.formatted(conditions), ListedEvent::read, arguments.toArray());
    }

    private static void equal(StringBuilder conditions, List<Object> arguments, String column, @Nullable String value) {
        if (value != null) {
            conditions.append(" and ").append(column).append(" = ?");
            arguments.add(value);
        }
    }
}
