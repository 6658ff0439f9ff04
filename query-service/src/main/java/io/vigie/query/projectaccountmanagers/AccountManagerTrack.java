package io.vigie.query.projectaccountmanagers;

import io.vigie.contracts.EventTypes;
import io.vigie.contracts.Topics;
import io.vigie.contracts.manager.AccountManagerEvent;
import io.vigie.query.changes.Change;
import io.vigie.query.changes.Notices;
import io.vigie.query.platform.TableWrite;
import io.vigie.query.platform.TopicSettings;
import io.vigie.query.platform.Writes;
import io.vigie.query.projection.Arrival;
import io.vigie.query.projection.EventRecord;
import io.vigie.query.projection.Garbage;
import io.vigie.query.projection.Numbered;
import io.vigie.query.projection.Track;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Account manager events, by the manager's version. */
@Component
final class AccountManagerTrack implements Track<EventRecord<AccountManagerEvent>, AccountManagerState> {

    private static final TableWrite<Step<EventRecord<AccountManagerEvent>>> HISTORY =
            EventRecord.history("account_manager");
    private static final TableWrite<AccountManagerState> VIEW = TableWrite.<AccountManagerState>into(
                    "account_manager_view")
            .key("account_manager_id", "text", AccountManagerState::accountManagerId)
            .column("version", "int8", AccountManagerState::version)
            .column("status", "text", AccountManagerState::status)
            .column("name", "text", AccountManagerState::name)
            .column("capacity", "int4", AccountManagerState::capacity)
            .orSet();

    private final int partitions;

    AccountManagerTrack(TopicSettings topics) {
        this.partitions = topics.partitions();
    }

    @Override
    public String name() {
        return "account-managers";
    }

    @Override
    public String topic() {
        return Topics.ACCOUNT_MANAGER_EVENTS.name();
    }

    @Override
    public Numbered<EventRecord<AccountManagerEvent>> read(Arrival arrival) throws Garbage {
        return EventRecord.read(
                arrival,
                partitions,
                EventTypes::accountManager,
                AccountManagerEvent.class,
                AccountManagerEvent::accountManagerId);
    }

    @Override
    public Numbered<EventRecord<AccountManagerEvent>> place(Arrival arrival) throws Garbage {
        return EventRecord.place(arrival);
    }

    @Override
    public Map<String, AccountManagerState> load(JdbcTemplate jdbc, Set<String> subjects) {
        Map<String, AccountManagerState> managers = new HashMap<>();
        jdbc.query(
                        "select * from account_manager_view where account_manager_id = any(?)",
                        AccountManagerState::read,
                        (Object) subjects.toArray(String[]::new))
                .forEach(manager -> managers.put(manager.accountManagerId(), manager));
        return managers;
    }

    @Override
    public long number(AccountManagerState state) {
        return state.version();
    }

    @Override
    public List<Applied> applied(JdbcTemplate jdbc, Collection<String> subjects, Collection<Long> numbers) {
        return EventRecord.applied(jdbc, "account_manager", subjects, numbers);
    }

    @Override
    public AccountManagerState fold(
            @Nullable AccountManagerState state, Numbered<EventRecord<AccountManagerEvent>> next) {
        return skip(state, next).after(next.payload().known());
    }

    @Override
    public AccountManagerState skip(
            @Nullable AccountManagerState state, Numbered<EventRecord<AccountManagerEvent>> evicted) {
        return (state == null ? AccountManagerState.unknown(evicted.subject()) : state).at(evicted.number());
    }

    @Override
    public void write(
            Writes writes,
            Collection<AccountManagerState> changed,
            List<Step<EventRecord<AccountManagerEvent>>> steps) {
        HISTORY.write(writes, steps);
        VIEW.write(writes, changed);
        Notices.tell(writes, Change.Kind.ACCOUNT_MANAGER, changed, AccountManagerState::accountManagerId);
    }
}
