package io.vigie.command.departclient;

import io.vigie.command.client.ClientState;
import io.vigie.command.client.Clients;
import io.vigie.command.client.Departure;
import io.vigie.command.platform.Recorded;
import io.vigie.command.platform.Refused;
import io.vigie.contracts.client.ClientEvent;
import io.vigie.contracts.client.ClientEvent.ClientDeparted;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

/** A client leaves once, and not before it came; its place becomes free. Told twice in the same words, nothing happens. */
@Component
public final class DepartingClient {

    private final Clients clients;

    DepartingClient(Clients clients) {
        this.clients = clients;
    }

    @CommandHandler
    Recorded handle(DepartClient command) {
        return clients.change(command.clientId(), state -> decide(command, state));
    }

    /** What the command leads to, with the client as it is. */
    public static List<ClientEvent> decide(DepartClient command, ClientState state) {
        if (new Departure(command.leftOn(), command.reason()).equals(state.departure())) {
            return List.of();
        }
        if (state.hasLeft()) {
            throw Refused.conflict(
                    "client-already-departed", "The client has left already, on another day or for another reason.");
        }
        if (command.leftOn() != null
                && command.leftOn().isBefore(state.profile().onboardedOn())) {
            throw Refused.unusable("left-before-onboarding", "The client can't have left before it came on board.");
        }
        return List.of(
                new ClientDeparted(state.clientId(), command.leftOn(), command.reason(), state.accountManagerId()));
    }
}
