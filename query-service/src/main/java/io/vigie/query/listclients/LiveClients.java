package io.vigie.query.listclients;

import io.vigie.query.changes.Change;
import io.vigie.query.changes.Change.Kind;
import io.vigie.query.clientcard.ClientCards;
import io.vigie.query.clientcard.ShownClient;
import io.vigie.query.livestream.Audience;
import io.vigie.query.livestream.LiveTopic;
import io.vigie.query.livestream.Patch;
import io.vigie.query.reasonwords.ModelInputs;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Clients as they change. */
@Component
final class LiveClients implements LiveTopic {

    private final ClientCards clients;
    private final ModelInputs inputs;
    private final Clock clock;

    LiveClients(ClientCards clients, ModelInputs inputs, Clock clock) {
        this.clients = clients;
        this.inputs = inputs;
        this.clock = clock;
    }

    /** What {@link ShownClient} says without telling who the client is. */
    record LiveClient(
            String clientId,
            long version,
            String status,
            @Nullable String state,
            int numSites,
            BigDecimal totalPurchase,
            double years,
            @Nullable LiveAccountManager accountManager,
            boolean managedElsewhere,
            ShownClient.@Nullable Risk risk) {

        static LiveClient of(ShownClient client) {
            ShownClient.AccountManager manager = client.accountManager();
            return new LiveClient(
                    client.clientId(),
                    client.version(),
                    client.status(),
                    client.state(),
                    client.numSites(),
                    client.totalPurchase(),
                    client.years(),
                    manager == null ? null : new LiveAccountManager(manager.accountManagerId()),
                    client.managedElsewhere(),
                    client.risk());
        }
    }

    record LiveAccountManager(String accountManagerId) {}

    /** There is no such client for the reader any more. */
    record Gone(String clientId, boolean gone) {}

    @Override
    public String name() {
        return "clients";
    }

    @Override
    public String read() {
        return "/api/clients";
    }

    @Override
    public Set<Kind> kinds() {
        return Set.of(Kind.CLIENT, Kind.HANDED_OVER, Kind.SCORE);
    }

    @Override
    public boolean isWorded() {
        return true;
    }

    @Override
    public List<Patch> patches(Audience audience, List<Change> changes) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        List<ShownClient> shown =
                clients
                        .find(
                                audience.portfolio(),
                                changes.stream().map(Change::id).distinct().toList())
                        .stream()
                        .map(card -> ShownClient.of(card, today, inputs, audience.language()))
                        .toList();
        return Stream.concat(
                        shown.stream().map(client -> new Patch(client.clientId(), LiveClient.of(client))),
                        gone(audience, changes, shown))
                .toList();
    }

    /** Only what somebody had can be gone; for whoever sees all clients none ever is. */
    private static Stream<Patch> gone(Audience audience, List<Change> changes, List<ShownClient> shown) {
        Set<String> there = new HashSet<>();
        shown.forEach(client -> there.add(client.clientId()));
        return audience.portfolio()
                .choose(Stream::<Change>empty, own -> changes.stream()
                        .filter(change -> change.isLostBy(own) && !there.contains(change.id())))
                .map(Change::id)
                .distinct()
                .map(id -> new Patch(id, new Gone(id, true)));
    }
}
