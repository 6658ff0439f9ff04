package io.vigie.command.client;

import io.vigie.contracts.client.ClientEvent;
import io.vigie.contracts.client.ClientEvent.AccountManagerAssigned;
import io.vigie.contracts.client.ClientEvent.AccountManagerUnassigned;
import io.vigie.contracts.client.ClientEvent.ClientDeparted;
import io.vigie.contracts.client.ClientEvent.ClientRegistered;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which places an event frees and takes, told by the event alone: no use case can forget one. */
record PlaceMoves(@Nullable String freed, @Nullable String taken) {

    static Optional<PlaceMoves> of(ClientEvent event) {
        PlaceMoves moves = new PlaceMoves(null, null);
        if (event instanceof ClientRegistered registered) {
            moves = new PlaceMoves(null, registered.accountManagerId());
        } else if (event instanceof AccountManagerAssigned assigned) {
            moves = new PlaceMoves(assigned.previousAccountManagerId(), assigned.accountManagerId());
        } else if (event instanceof AccountManagerUnassigned unassigned) {
            moves = new PlaceMoves(unassigned.previousAccountManagerId(), null);
        } else if (event instanceof ClientDeparted departed) {
            moves = new PlaceMoves(departed.freedAccountManagerId(), null);
        }
        return moves.freed == null && moves.taken == null ? Optional.empty() : Optional.of(moves);
    }
}
