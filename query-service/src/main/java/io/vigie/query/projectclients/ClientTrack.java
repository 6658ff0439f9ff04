package io.vigie.query.projectclients;

import io.vigie.contracts.EventTypes;
import io.vigie.contracts.Topics;
import io.vigie.contracts.client.ClientEvent;
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
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Client events, by the client's version. */
@Component
final class ClientTrack implements Track<EventRecord<ClientEvent>, ClientState> {

    private static final TableWrite<Step<EventRecord<ClientEvent>>> HISTORY = EventRecord.history("client");
    private static final TableWrite<ClientState> VIEW = TableWrite.<ClientState>into("client_view")
            .key("client_id", "text", client -> client.clientId)
            .column("version", "int8", client -> client.version)
            .column("status", "text", client -> client.status)
            .column("name", "text", client -> client.personal.name())
            .column("company", "text", client -> client.personal.company())
            .column("location", "text", client -> client.personal.location())
            .column("state", "text", client -> client.state)
            .column("age", "int4", client -> client.age)
            .column("onboarded_on", "date", client -> client.onboardedOn)
            .column("years_base", "numeric", client -> client.yearsBase)
            .column("registered_on", "date", client -> client.registeredOn)
            .column("total_purchase", "numeric", client -> client.totalPurchase)
            .column("num_sites", "int4", client -> client.numSites)
            .column("account_manager_id", "text", client -> client.accountManagerId)
            .column("managed_elsewhere", "bool", client -> client.managedElsewhere)
            .column("folded", "text", ClientState::folded)
            .orSet();

    /** Beside what the scores say, for the rule of rows. */
    private static final TableWrite<ClientState> WHOSE_RISK = TableWrite.<ClientState>into("client_risk")
            .key("client_id", "text", client -> client.clientId)
            .column("account_manager_id", "text", client -> client.accountManagerId)
            .orSet();

    /** What sums are made of, beside what the scores say. */
    private static final TableWrite<ClientState> FACT = TableWrite.<ClientState>into("client_fact")
            .key("client_id", "text", client -> client.clientId)
            .column("status", "text", client -> client.status)
            .column("state", "text", client -> client.state)
            .column("onboarded_on", "date", client -> client.onboardedOn)
            .column("years_base", "numeric", client -> client.yearsBase)
            .column("registered_on", "date", client -> client.registeredOn)
            .column("total_purchase", "numeric", client -> client.totalPurchase)
            .column("num_sites", "int4", client -> client.numSites)
            .column("account_manager_id", "text", client -> client.accountManagerId)
            .column("managed_elsewhere", "bool", client -> client.managedElsewhere)
            .orSet();

    private final int partitions;

    ClientTrack(TopicSettings topics) {
        this.partitions = topics.partitions();
    }

    @Override
    public String name() {
        return "clients";
    }

    @Override
    public String topic() {
        return Topics.CLIENT_EVENTS.name();
    }

    @Override
    public Numbered<EventRecord<ClientEvent>> read(Arrival arrival) throws Garbage {
        return EventRecord.read(arrival, partitions, EventTypes::client, ClientEvent.class, ClientEvent::clientId);
    }

    @Override
    public Numbered<EventRecord<ClientEvent>> place(Arrival arrival) throws Garbage {
        return EventRecord.place(arrival);
    }

    @Override
    public Map<String, ClientState> load(JdbcTemplate jdbc, Set<String> subjects) {
        Map<String, ClientState> clients = new HashMap<>();
        jdbc.query("select * from client_view where client_id = any(?)", ClientState::read, (Object)
                        subjects.toArray(String[]::new))
                .forEach(client -> clients.put(client.clientId, client));
        return clients;
    }

    @Override
    public long number(ClientState state) {
        return state.version;
    }

    @Override
    public List<Applied> applied(JdbcTemplate jdbc, Collection<String> subjects, Collection<Long> numbers) {
        return EventRecord.applied(jdbc, "client", subjects, numbers);
    }

    @Override
    public ClientState fold(@Nullable ClientState state, Numbered<EventRecord<ClientEvent>> next) {
        ClientState client = skip(state, next);
        client.apply(
                next.payload().known(),
                LocalDate.ofInstant(next.payload().head().time(), ZoneOffset.UTC));
        return client;
    }

    @Override
    public ClientState skip(@Nullable ClientState state, Numbered<EventRecord<ClientEvent>> evicted) {
        ClientState client = state == null ? new ClientState(evicted.subject()) : state;
        client.version = evicted.number();
        return client;
    }

    @Override
    public void write(Writes writes, Collection<ClientState> changed, List<Step<EventRecord<ClientEvent>>> steps) {
        HISTORY.write(writes, steps);
        VIEW.write(writes, changed);
        WHOSE_RISK.write(
                writes, changed.stream().filter(client -> client.changedHands).toList());
        FACT.write(writes, changed);
        Notices.tell(writes, changes(changed, steps));
    }

    private static List<Change> changes(Collection<ClientState> changed, List<Step<EventRecord<ClientEvent>>> steps) {
        Map<String, LongSummaryStatistics> versions = steps.stream()
                .map(Step::numbered)
                .collect(Collectors.groupingBy(
                        Numbered::subject, LinkedHashMap::new, Collectors.summarizingLong(Numbered::number)));
        List<Change> changes = new ArrayList<>();
        versions.forEach((id, range) -> changes.add(Change.client(id, range.getMin(), range.getMax())));
        changed.forEach(
                client -> client.former.forEach(former -> changes.add(Change.handedOver(client.clientId, former))));
        return changes;
    }
}
