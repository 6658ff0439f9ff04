package io.vigie.command.changesites;

import io.vigie.command.client.ClientState;
import io.vigie.command.client.Clients;
import io.vigie.command.platform.Recorded;
import io.vigie.contracts.client.ClientEvent;
import io.vigie.contracts.client.ClientEvent.ClientSitesChanged;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

/** Nothing happens when the number stays as it is. */
@Component
final class ChangingSites {

    private final Clients clients;

    ChangingSites(Clients clients) {
        this.clients = clients;
    }

    @CommandHandler
    Recorded handle(ChangeSites command) {
        return clients.change(command.clientId(), state -> decide(command, state));
    }

    static List<ClientEvent> decide(ChangeSites command, ClientState state) {
        return command.numSites() == state.numSites()
                ? List.of()
                : List.of(new ClientSitesChanged(state.clientId(), command.numSites()));
    }
}
