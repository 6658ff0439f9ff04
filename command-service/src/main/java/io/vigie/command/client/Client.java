package io.vigie.command.client;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.vigie.contracts.client.ClientEvent;
import io.vigie.contracts.client.ClientEvent.ClientRegistered;
import java.util.List;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;

/** The client as Axon keeps it: the rules are beside their use cases, the fold is {@link ClientState#evolve}. */
@SuppressWarnings("NullAway.Init") // Axon makes an empty one and sources it
public class Client {

    @AggregateIdentifier
    private String clientId;

    private ClientState state;

    Client() {}

    static Client registered(List<ClientEvent> events) {
        Client client = new Client();
        client.record(events);
        return client;
    }

    ClientState state() {
        return state;
    }

    void record(List<ClientEvent> events) {
        events.forEach(event -> apply(event));
    }

    @EventSourcingHandler
    void on(ClientRegistered event) {
        clientId = event.clientId();
        state = ClientState.of(event);
    }

    @EventSourcingHandler
    void on(ClientEvent event) {
        state = state.evolve(event);
    }
}
