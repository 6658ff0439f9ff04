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

    /** Where a page ended. */
    record Place(Instant time, String clientId, long version) {}

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
        portfolio.choose(() -> conditions, own -> {
            arguments.add(own);
            return conditions.append(
                    " and client_id in (select c.client_id from client_view c where c.account_manager_id = ?)");
        });
        arguments.add(most);
        return jdbc.query(FOUND.formatted(conditions), ListedEvent::read, arguments.toArray());
    }

    private static void equal(StringBuilder conditions, List<Object> arguments, String column, @Nullable String value) {
        if (value != null) {
            conditions.append(" and ").append(column).append(" = ?");
            arguments.add(value);
        }
    }
}
