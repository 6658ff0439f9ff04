package io.vigie.command.registerclient;

import io.vigie.command.client.Clients;
import io.vigie.command.client.StateCode;
import io.vigie.command.platform.Recorded;
import io.vigie.contracts.client.ClientEvent;
import io.vigie.contracts.client.ClientEvent.ClientRegistered;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

/** An id is registered once; everything else that was checked is taken as it is. */
@Component
public final class RegisteringClient {

    private final Clients clients;

    RegisteringClient(Clients clients) {
        this.clients = clients;
    }

    @CommandHandler
    Recorded handle(RegisterClient command) throws Exception {
        return clients.register(decide(command));
    }

    /** What the command leads to. */
    public static List<ClientEvent> decide(RegisterClient command) {
        return List.of(registered(command));
    }

    /** The one event that it leads to. */
    public static ClientRegistered registered(RegisterClient command) {
        return new ClientRegistered(
                command.clientId(),
                command.profile().personal(),
                StateCode.in(command.profile().personal().location()).orElse(null),
                command.profile().age(),
                command.profile().onboardedOn(),
                command.years(),
                command.totalPurchase(),
                command.numSites(),
                command.accountManagerId(),
                command.managedElsewhere());
    }
}
