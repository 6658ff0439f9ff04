package io.vigie.command.client;

import io.vigie.command.capacity.Places;
import io.vigie.command.platform.Portfolio;
import io.vigie.command.platform.Precondition;
import io.vigie.command.platform.Recorded;
import io.vigie.command.platform.Refused;
import io.vigie.contracts.client.ClientEvent;
import java.util.List;
import java.util.function.Function;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;

/**
 * Asks a rule what a command leads to, moves the places that its events take and free, and records them. Everything
 * happens in the transaction of the command.
 */
public final class Clients {

    private final Repository<Client> repository;
    private final Places places;

    /** Clients in that store, with places counted there. */
    public Clients(Repository<Client> repository, Places places) {
        this.repository = repository;
        this.places = places;
    }

    /** Records a new client; that its id is new shows when the events are appended. */
    public Recorded register(List<ClientEvent> events) throws Exception {
        Precondition.ofCurrentCommand().checkAbsent();
        Aggregate<Client> client = repository.newInstance(() -> Client.registered(events));
        moveOnceAppended(events);
        return new Recorded(client.identifierAsString(), client.version() + 1, true);
    }

    /** Records what {@code rule} answers for the client as it is; nothing, if it answers nothing. */
    public Recorded change(String clientId, Function<ClientState, List<ClientEvent>> rule) {
        Aggregate<Client> client = load(clientId);
        ClientState state = client.invoke(Client::state);
        if (!Portfolio.ofCurrentCommand().has(state.accountManagerId())) {
            throw unknown();
        }
        Precondition.ofCurrentCommand().check(client.version() + 1);
        List<ClientEvent> events = rule.apply(state);
        client.execute(aggregate -> aggregate.record(events));
        moveOnceAppended(events);
        return new Recorded(clientId, client.version() + 1, !events.isEmpty());
    }

    private Aggregate<Client> load(String clientId) {
        try {
            return repository.load(clientId);
        } catch (AggregateNotFoundException e) {
            throw unknown();
        }
    }

    private static Refused unknown() {
        return Refused.notFound("client-not-found", "There is no client with this id.");
    }

    /**
     * After the append and before the commit: whoever decided on an outdated client has lost at the append, and neither
     * frees a place twice nor is told that there is none.
     */
    private void moveOnceAppended(List<ClientEvent> events) {
        CurrentUnitOfWork.get()
                .onPrepareCommit(work -> events.forEach(
                        event -> PlaceMoves.of(event).ifPresent(move -> places.move(move.freed(), move.taken()))));
    }
}
