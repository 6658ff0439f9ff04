package io.vigie.query.clientcard;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Years as a client, in whole days / 365.25: those given at registration count on, else they count from onboarding. */
final class Years {

    private static final double DAYS = 365.25;

    private Years() {}

    static double of(ClientCard card, LocalDate today) {
        return card.yearsBase == null
                ? ChronoUnit.DAYS.between(card.onboardedOn, today) / DAYS
                : card.yearsBase.doubleValue() + ChronoUnit.DAYS.between(card.registeredOn, today) / DAYS;
    }
}
