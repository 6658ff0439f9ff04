package io.vigie.command.client;

import io.vigie.contracts.client.ClientEvent;
import io.vigie.contracts.client.ClientEvent.AccountManagerAssigned;
import io.vigie.contracts.client.ClientEvent.AccountManagerUnassigned;
import io.vigie.contracts.client.ClientEvent.ClientDeparted;
import io.vigie.contracts.client.ClientEvent.ClientProfileChanged;
import io.vigie.contracts.client.ClientEvent.ClientRegistered;
import io.vigie.contracts.client.ClientEvent.ClientReturned;
import io.vigie.contracts.client.ClientEvent.ClientSitesChanged;
import io.vigie.contracts.client.ClientEvent.PurchaseRecorded;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What rules need to know of a client; folded from its events, and from nothing else.
 *
 * @param totalPurchase sum of purchases so far
 * @param accountManagerId who looks after the client, null for nobody in Vigie
 * @param managedElsewhere somebody outside of Vigie does
 * @param departure how the client left, null while active
 */
public record ClientState(
        String clientId,
        Profile profile,
        BigDecimal totalPurchase,
        int numSites,
        @Nullable String accountManagerId,
        boolean managedElsewhere,
        @Nullable Departure departure) {

    /** The client as registered. */
    public static ClientState of(ClientRegistered event) {
        return new ClientState(
                event.clientId(),
                new Profile(event.personal(), event.age(), event.onboardedOn()),
                event.totalPurchase(),
                event.numSites(),
                event.accountManagerId(),
                event.managedElsewhere(),
                null);
    }

    /** The client after one more event. */
    public ClientState evolve(ClientEvent event) {
        if (event instanceof ClientRegistered registered) {
            return of(registered);
        } else if (event instanceof ClientProfileChanged changed) {
            return with(new Profile(changed.personal(), changed.age(), changed.onboardedOn()));
        } else if (event instanceof ClientSitesChanged changed) {
            return with(totalPurchase, changed.numSites());
        } else if (event instanceof PurchaseRecorded recorded) {
            return with(recorded.totalPurchase(), numSites);
        } else if (event instanceof AccountManagerAssigned assigned) {
            return with(assigned.accountManagerId(), false, departure);
        } else if (event instanceof AccountManagerUnassigned) {
            return with(null, false, departure);
        } else if (event instanceof ClientDeparted departed) {
            return with(null, managedElsewhere, new Departure(departed.leftOn(), departed.reason()));
        } else if (event instanceof ClientReturned) {
            return with(null, managedElsewhere, null);
        }
        throw new IllegalArgumentException("no fold for " + event.getClass().getSimpleName());
    }

    /** Whether the client has left. */
    public boolean hasLeft() {
        return departure != null;
    }

    private ClientState with(Profile changed) {
        return new ClientState(
                clientId, changed, totalPurchase, numSites, accountManagerId, managedElsewhere, departure);
    }

    private ClientState with(BigDecimal total, int sites) {
        return new ClientState(clientId, profile, total, sites, accountManagerId, managedElsewhere, departure);
    }

    private ClientState with(@Nullable String manager, boolean elsewhere, @Nullable Departure left) {
        return new ClientState(clientId, profile, totalPurchase, numSites, manager, elsewhere, left);
    }
}
