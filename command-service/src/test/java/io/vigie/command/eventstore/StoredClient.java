package io.vigie.command.eventstore;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.vigie.contracts.client.ClientEvent.ClientRegistered;
import io.vigie.contracts.client.ClientEvent.ClientSitesChanged;
import io.vigie.contracts.client.Personal;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;

/** The least aggregate that stores the published events. */
@Aggregate(type = "Client")
@SuppressWarnings("NullAway.Init")
class StoredClient {

    @AggregateIdentifier
    private String clientId;

    StoredClient() {}

    record Register(@TargetAggregateIdentifier String clientId, String name) {}

    record ChangeSites(@TargetAggregateIdentifier String clientId, int... numSites) {}

    @CommandHandler
    StoredClient(Register command) {
        apply(registered(command.clientId(), command.name()));
    }

    static ClientRegistered registered(String clientId, String name) {
        return new ClientRegistered(
                clientId,
                new Personal(name, "Aurora GmbH", "1 Main St, Springfield, IL 62701"),
                "IL",
                42,
                LocalDate.of(2020, 2, 29),
                null,
                new BigDecimal("1234567.890"),
                7,
                null,
                false);
    }

    @CommandHandler
    void handle(ChangeSites command) {
        for (int sites : command.numSites()) {
            apply(new ClientSitesChanged(command.clientId(), sites));
        }
    }

    @EventSourcingHandler
    void on(ClientRegistered event) {
        this.clientId = event.clientId();
    }
}
