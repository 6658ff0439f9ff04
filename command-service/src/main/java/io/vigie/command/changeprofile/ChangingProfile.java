package io.vigie.command.changeprofile;

import static java.util.Objects.requireNonNullElse;

import io.vigie.command.client.ClientState;
import io.vigie.command.client.Clients;
import io.vigie.command.client.Profile;
import io.vigie.command.client.StateCode;
import io.vigie.command.platform.Recorded;
import io.vigie.contracts.client.ClientEvent;
import io.vigie.contracts.client.ClientEvent.ClientProfileChanged;
import io.vigie.contracts.client.Personal;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

/** The event carries the whole profile; nothing happens when it stays as it is. */
@Component
final class ChangingProfile {

    private final Clients clients;

    ChangingProfile(Clients clients) {
        this.clients = clients;
    }

    @CommandHandler
    Recorded handle(ChangeProfile command) {
        return clients.change(command.clientId(), state -> decide(command, state));
    }

    static List<ClientEvent> decide(ChangeProfile command, ClientState state) {
        Profile now = state.profile();
        Profile then = new Profile(
                new Personal(
                        requireNonNullElse(command.name(), now.personal().name()),
                        requireNonNullElse(command.company(), now.personal().company()),
                        requireNonNullElse(command.location(), now.personal().location())),
                requireNonNullElse(command.age(), now.age()),
                requireNonNullElse(command.onboardedOn(), now.onboardedOn()));
        return then.equals(now)
                ? List.of()
                : List.of(new ClientProfileChanged(
                        state.clientId(),
                        then.personal(),
                        StateCode.in(then.personal().location()).orElse(null),
                        then.age(),
                        then.onboardedOn()));
    }
}
