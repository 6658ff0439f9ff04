package io.vigie.command.unassignaccountmanager;

import io.vigie.command.client.ClientState;
import io.vigie.command.client.Clients;
import io.vigie.command.platform.Recorded;
import io.vigie.contracts.client.ClientEvent;
import io.vigie.contracts.client.ClientEvent.AccountManagerUnassigned;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

/** Frees the place with the manager, or ends that the client is managed elsewhere; nothing happens without either. */
@Component
final class UnassigningAccountManager {

    private final Clients clients;

    UnassigningAccountManager(Clients clients) {
        this.clients = clients;
    }

    @CommandHandler
    Recorded handle(UnassignAccountManager command) {
        return clients.change(command.clientId(), UnassigningAccountManager::decide);
    }

    static List<ClientEvent> decide(ClientState state) {
        return state.accountManagerId() == null && !state.managedElsewhere()
                ? List.of()
                : List.of(new AccountManagerUnassigned(state.clientId(), state.accountManagerId(), null));
    }
}
