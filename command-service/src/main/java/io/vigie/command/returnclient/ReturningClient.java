package io.vigie.command.returnclient;

import io.vigie.command.client.ClientState;
import io.vigie.command.client.Clients;
import io.vigie.command.platform.Recorded;
import io.vigie.contracts.client.ClientEvent;
import io.vigie.contracts.client.ClientEvent.ClientReturned;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

/** Comes back without an account manager; nothing happens when the client never left. */
@Component
final class ReturningClient {

    private final Clients clients;

    ReturningClient(Clients clients) {
        this.clients = clients;
    }

    @CommandHandler
    Recorded handle(ReturnClient command) {
        return clients.change(command.clientId(), ReturningClient::decide);
    }

    static List<ClientEvent> decide(ClientState state) {
        return state.hasLeft() ? List.of(new ClientReturned(state.clientId())) : List.of();
    }
}
