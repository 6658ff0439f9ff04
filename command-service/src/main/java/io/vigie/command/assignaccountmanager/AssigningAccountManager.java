package io.vigie.command.assignaccountmanager;

import io.vigie.command.client.ClientState;
import io.vigie.command.client.Clients;
import io.vigie.command.platform.Recorded;
import io.vigie.command.platform.Refused;
import io.vigie.contracts.client.ClientEvent;
import io.vigie.contracts.client.ClientEvent.AccountManagerAssigned;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

/** Only an active client is looked after; the place is taken with the event. */
@Component
final class AssigningAccountManager {

    private final Clients clients;

    AssigningAccountManager(Clients clients) {
        this.clients = clients;
    }

    @CommandHandler
    Recorded handle(AssignAccountManager command) {
        return clients.change(command.clientId(), state -> decide(command, state));
    }

    static List<ClientEvent> decide(AssignAccountManager command, ClientState state) {
        if (state.hasLeft()) {
            throw Refused.conflict("client-departed", "The client has left; nobody can be assigned.");
        }
        return command.accountManagerId().equals(state.accountManagerId())
                ? List.of()
                : List.of(new AccountManagerAssigned(
                        state.clientId(), command.accountManagerId(), state.accountManagerId(), command.reason()));
    }
}
