package io.vigie.query.livestream;

import io.vigie.query.changes.Change;
import io.vigie.query.changes.Change.Kind;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Tells which changes are nothing to an account manager, so that it isn't asked for each of them what it may see of it. */
@Component
final class Whose {

    private static final Set<Kind> OF_CLIENTS = EnumSet.of(Kind.CLIENT, Kind.HANDED_OVER, Kind.SCORE);

    private final JdbcTemplate jdbc;

    Whose(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Who looks after the clients that the changes are of; clients of nobody are absent. */
    Map<String, String> managers(Collection<Change> changes) {
        Map<String, String> managers = new HashMap<>();
        String[] ids = changes.stream()
                .filter(change -> OF_CLIENTS.contains(change.kind()))
                .map(Change::id)
                .distinct()
                .toArray(String[]::new);
        if (ids.length > 0) {
            jdbc.query(
                    "select client_id, account_manager_id from client_view"
                            + " where client_id = any(?) and account_manager_id is not null",
                    row -> {
                        managers.put(row.getString(1), row.getString(2));
                    },
                    (Object) ids);
        }
        return managers;
    }

    /** Those that may be something to that account manager. */
    static List<Change> concerning(String accountManagerId, Collection<Change> changes, Map<String, String> managers) {
        return changes.stream()
                .filter(change -> change.kind() == Kind.ACCOUNT_MANAGER
                        ? change.id().equals(accountManagerId)
                        : change.isLostBy(accountManagerId) || accountManagerId.equals(managers.get(change.id())))
                .toList();
    }
}
