package io.vigie.query.accountmanagers;

import io.vigie.query.changes.Change;
import io.vigie.query.changes.Change.Kind;
import io.vigie.query.livestream.Audience;
import io.vigie.query.livestream.LiveTopic;
import io.vigie.query.livestream.Patch;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Account managers as they change, by themselves or by a client that is theirs or was until now. */
@Component
final class LiveAccountManagers implements LiveTopic {

    private final AccountManagerCards managers;
    private final JdbcTemplate jdbc;

    LiveAccountManagers(AccountManagerCards managers, JdbcTemplate jdbc) {
        this.managers = managers;
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

        static LiveAccountManager of(AccountManagerCard card) {
            return new LiveAccountManager(
                    card.accountManagerId,
                    card.version,
                    card.status,
                    card.capacity,
                    card.load,
                    card.atRisk,
                    card.valueAtRisk);
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
    public List<Patch> patches(Audience audience, List<Change> changes) {
        return audience.portfolio().choose(() -> of(changes), Set::of).stream()
                .flatMap(id -> managers.find(audience.portfolio(), id).stream())
                .map(card -> new Patch(card.accountManagerId, LiveAccountManager.of(card)))
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
