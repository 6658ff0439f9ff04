package io.vigie.scoring.scoreclient;

/**
 * What the events say about a client, as far as the model wants to know.
 *
 * @param managed by somebody, in Vigie or elsewhere
 * @param years as a client on the day of registration, NaN when they count from onboarding
 * @param registeredOn epoch day (UTC) of the registration event
 * @param onboardedOn epoch day
 */
record Facts(
        boolean active,
        int age,
        double totalPurchase,
        boolean managed,
        int numSites,
        double years,
        long registeredOn,
        long onboardedOn) {

    Facts withProfile(int newAge, long newOnboardedOn) {
        return new Facts(active, newAge, totalPurchase, managed, numSites, years, registeredOn, newOnboardedOn);
    }

    Facts withSites(int newNumSites) {
        return new Facts(active, age, totalPurchase, managed, newNumSites, years, registeredOn, onboardedOn);
    }

    Facts withPurchases(double newTotal) {
        return new Facts(active, age, newTotal, managed, numSites, years, registeredOn, onboardedOn);
    }

    Facts withManaged(boolean newManaged) {
        return new Facts(active, age, totalPurchase, newManaged, numSites, years, registeredOn, onboardedOn);
    }

    Facts withActive(boolean newActive) {
        return new Facts(newActive, age, totalPurchase, managed, numSites, years, registeredOn, onboardedOn);
    }
}
