package io.vigie.contracts.features;

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

/**
 * What the events say about a client, as far as models want to know. Scoring and training fold them by this one class, so
 * that a model is asked about what it learned from.
 *
 * @param active false while the client is gone
 * @param age whole years
 * @param totalPurchase sum of purchases
 * @param managed by somebody, in Vigie or elsewhere
 * @param numSites number of sites
 * @param years as a client on the day of registration, NaN when they count from onboarding
 * @param registeredOn epoch day (UTC) of the registration event
 * @param onboardedOn epoch day
 */
public record ClientFacts(
        boolean active,
        int age,
        double totalPurchase,
        boolean managed,
        int numSites,
        double years,
        long registeredOn,
        long onboardedOn) {

    /** The facts of a client's first event, which came at that time. */
    public static ClientFacts of(ClientRegistered event, Instant time) {
        return new ClientFacts(
                true,
                event.age(),
                event.totalPurchase().doubleValue(),
                event.accountManagerId() != null || event.managedElsewhere(),
                event.numSites(),
                event.years() == null ? Double.NaN : event.years().doubleValue(),
                ChurnFeatures.day(time),
                event.onboardedOn().toEpochDay());
    }

    /**
     * The facts after one more event.
     *
     * @throws IllegalArgumentException when it is a registration, which nothing comes before
     */
    public ClientFacts after(ClientEvent event) {
        if (event instanceof ClientProfileChanged changed) {
            return withProfile(changed.age(), changed.onboardedOn().toEpochDay());
        }
        if (event instanceof ClientSitesChanged changed) {
            return withSites(changed.numSites());
        }
        if (event instanceof PurchaseRecorded recorded) {
            return withPurchases(recorded.totalPurchase().doubleValue());
        }
        if (event instanceof AccountManagerAssigned) {
            return withManaged(true);
        }
        if (event instanceof AccountManagerUnassigned) {
            return withManaged(false);
        }
        if (event instanceof ClientDeparted departed) {
            // Leaving ends what was assigned in Vigie, and then frees a place; whoever looks on from elsewhere stays.
            boolean stays = managed && departed.freedAccountManagerId() == null;
            return withManaged(stays).withActive(false);
        }
        if (event instanceof ClientReturned) {
            return withActive(true);
        }
        throw new IllegalArgumentException("no fold for " + event.getClass().getSimpleName());
    }

    private ClientFacts withProfile(int newAge, long newOnboardedOn) {
        return new ClientFacts(active, newAge, totalPurchase, managed, numSites, years, registeredOn, newOnboardedOn);
    }

    private ClientFacts withSites(int newNumSites) {
        return new ClientFacts(active, age, totalPurchase, managed, newNumSites, years, registeredOn, onboardedOn);
    }

    private ClientFacts withPurchases(double newTotal) {
        return new ClientFacts(active, age, newTotal, managed, numSites, years, registeredOn, onboardedOn);
    }

    private ClientFacts withManaged(boolean newManaged) {
        return new ClientFacts(active, age, totalPurchase, newManaged, numSites, years, registeredOn, onboardedOn);
    }

    private ClientFacts withActive(boolean newActive) {
        return new ClientFacts(newActive, age, totalPurchase, managed, numSites, years, registeredOn, onboardedOn);
    }
}
