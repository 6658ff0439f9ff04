package io.vigie.query.accountmanagers;

import io.vigie.query.changes.Change;
import io.vigie.query.changes.Change.Kind;
import io.vigie.query.livestream.Audience;
import io.vigie.query.livestream.LiveTopic;
import io.vigie.query.livestream.Patch;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Account managers as they change, by themselves or by a client that is theirs or was until now. */
@Component
final class LiveAccountManagers implements LiveTopic {

    /** One question, in which only the clients of these are counted; without the offset it would be all clients. */
    private static final String CARDS = """
            select card.* from unnest(?::text[]) as asked(id) cross join lateral (
                select account_manager_id, version, status, capacity, load, at_risk, value_at_risk
                from account_manager_card
                where account_manager_id = asked.id
                offset 0) card""";

    private final JdbcTemplate jdbc;

    LiveAccountManagers(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What {@link ShownAccountManager} says without the name. */
    record LiveAccountManager(
            String accountManagerId,
            long version,
            String status,
            int capacity,
            long load,
            long atRisk,
            BigDecimal valueAtRisk) {

        static LiveAccountManager read(ResultSet row, int index) throws SQLException {
            return new LiveAccountManager(
                    row.getString("account_manager_id"),
                    row.getLong("version"),
                    row.getString("status"),
                    row.getInt("capacity"),
                    row.getLong("load"),
                    row.getLong("at_risk"),
                    row.getBigDecimal("value_at_risk"));
        }
    }

    @Override
    public String name() {
        return "account-managers";
    }

    @Override
    public String read() {
        return "/api/account-managers";
    }

    @Override
    public Set<Kind> kinds() {
        return Set.of(Kind.ACCOUNT_MANAGER, Kind.CLIENT, Kind.HANDED_OVER, Kind.SCORE);
    }

    @Override
    public Duration pause() {
        return Duration.ofMillis(100);
    }

    @Override
    public boolean isToldAsOne() {
        return true;
    }

    @Override
    public List<Patch> patches(Audience audience, List<Change> changes) {
        Set<String> ids = audience.portfolio().choose(() -> of(changes), Set::of);
        return jdbc.query(CARDS, LiveAccountManager::read, (Object) ids.toArray(String[]::new)).stream()
                .map(card -> new Patch(card.accountManagerId(), card))
                .toList();
    }

    private Set<String> of(List<Change> changes) {
        Set<String> ids = new LinkedHashSet<>();
        Set<String> clients = new LinkedHashSet<>();
        for (Change change : changes) {
            switch (change.kind()) {
                case ACCOUNT_MANAGER -> ids.add(change.id());
                case HANDED_OVER -> ids.add(change.former());
                default -> clients.add(change.id());
            }
        }
        if (!clients.isEmpty()) {
            ids.addAll(jdbc.queryForList(
                    "select distinct account_manager_id from client_view"
                            + " where client_id = any(?) and account_manager_id is not null",
                    String.class,
                    (Object) clients.toArray(String[]::new)));
        }
        return ids;
    }
}
