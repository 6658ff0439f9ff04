package io.vigie.scoring.scoreclient;

import io.vigie.contracts.client.ClientEvent;
import io.vigie.contracts.client.ClientEvent.AccountManagerAssigned;
import io.vigie.contracts.client.ClientEvent.AccountManagerUnassigned;
import io.vigie.contracts.client.ClientEvent.ClientDeparted;
import io.vigie.contracts.client.ClientEvent.ClientProfileChanged;
import io.vigie.contracts.client.ClientEvent.ClientRegistered;
import io.vigie.contracts.client.ClientEvent.ClientReturned;
import io.vigie.contracts.client.ClientEvent.ClientSitesChanged;
import io.vigie.contracts.client.ClientEvent.PurchaseRecorded;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The next facts from the last and an event. */
final class ClientFold {

    /** An event that can't follow; the message is fit for a dead letter. */
    static final class CannotFollow extends Exception {
        private static final long serialVersionUID = 1L;

        CannotFollow(String reason) {
            super(reason, null, false, false);
        }
    }

    private ClientFold() {}

    static @Nullable Facts next(@Nullable Facts facts, ReceivedEvent event) throws CannotFollow {
        try {
            if (event.payload() instanceof ClientRegistered registered) {
                if (event.version() != 1) {
                    throw new CannotFollow("A client is registered by its first event only.");
                }
                return registered(registered, event.time());
            }
            if (event.version() == 1) {
                throw new CannotFollow("The first event of a client must be its registration.");
            }
            // Without facts the registration was evicted; then there is nothing to change.
            return facts == null ? null : changed(facts, event.payload());
        } catch (NullPointerException | ArithmeticException incomplete) {
            throw new CannotFollow("The event lacks something that its type demands.");
        }
    }

    private static Facts registered(ClientRegistered event, Instant time) {
        return new Facts(
                true,
                event.age(),
                event.totalPurchase().doubleValue(),
                event.accountManagerId() != null || event.managedElsewhere(),
                event.numSites(),
                event.years() == null ? Double.NaN : event.years().doubleValue(),
                ChurnFeatures.day(time),
                event.onboardedOn().toEpochDay());
    }

    private static Facts changed(Facts facts, ClientEvent event) {
        if (event instanceof ClientProfileChanged changed) {
            return facts.withProfile(changed.age(), changed.onboardedOn().toEpochDay());
        }
        if (event instanceof ClientSitesChanged changed) {
            return facts.withSites(changed.numSites());
        }
        if (event instanceof PurchaseRecorded recorded) {
            return facts.withPurchases(recorded.totalPurchase().doubleValue());
        }
        if (event instanceof AccountManagerAssigned) {
            return facts.withManaged(true);
        }
        if (event instanceof AccountManagerUnassigned) {
            return facts.withManaged(false);
        }
        if (event instanceof ClientDeparted departed) {
            // Leaving ends what was assigned in Vigie, and then frees a place; whoever looks on from elsewhere stays.
            boolean stays = facts.managed() && departed.freedAccountManagerId() == null;
            return facts.withManaged(stays).withActive(false);
        }
        if (event instanceof ClientReturned) {
            return facts.withActive(true);
        }
        throw new IllegalStateException("no fold for " + event.getClass().getSimpleName());
    }
}
