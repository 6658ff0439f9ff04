package io.vigie.acceptance.check;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A client as its events alone say it is. Written again here, from the contract, so that it can disagree. */
final class Fold {

    private static final double DAYS_PER_YEAR = 365.25;

    long version;
    String status = "active";
    String name = "";
    String company = "";
    String location = "";
    int age;
    LocalDate onboardedOn = LocalDate.EPOCH;
    int numSites;
    BigDecimal totalPurchase = BigDecimal.ZERO;
    boolean managedElsewhere;

    @Nullable
    String state;

    @Nullable
    String accountManagerId;

    private LocalDate registeredOn = LocalDate.EPOCH;

    @Nullable
    private BigDecimal yearsGiven;

    private Fold() {}

    static Fold of(List<StoredEvent> events) {
        return of(events, Long.MAX_VALUE);
    }

    /** The client as it was after that version. */
    static Fold of(List<StoredEvent> events, long version) {
        Fold fold = new Fold();
        events.stream().filter(event -> event.version() <= version).forEach(fold::apply);
        return fold;
    }

    private void apply(StoredEvent event) {
        JsonNode payload = event.payload();
        version = event.version();
        switch (event.type()) {
            case "client-registered" -> {
                profile(payload);
                registeredOn = day(event.time());
                yearsGiven =
                        payload.path("years").isNumber() ? payload.path("years").decimalValue() : null;
                numSites = payload.path("numSites").asInt();
                totalPurchase = payload.path("totalPurchase").decimalValue();
                managedElsewhere = payload.path("managedElsewhere").asBoolean();
                accountManagerId = payload.path("accountManagerId").stringValue(null);
            }
            case "client-profile-changed" -> profile(payload);
            case "client-sites-changed" -> numSites = payload.path("numSites").asInt();
            case "purchase-recorded" ->
                totalPurchase = totalPurchase.add(payload.path("amount").decimalValue());
            case "account-manager-assigned" -> {
                accountManagerId = payload.path("accountManagerId").asString();
                managedElsewhere = false;
            }
            case "account-manager-unassigned" -> {
                accountManagerId = null;
                managedElsewhere = false;
            }
            case "client-departed" -> {
                status = "left";
                accountManagerId = null;
            }
            case "client-returned" -> status = "active";
            default -> throw new AssertionError("an event type that nobody published: " + event.type());
        }
    }

    private void profile(JsonNode payload) {
        JsonNode personal = payload.path("personal");
        name = personal.path("name").asString();
        company = personal.path("company").asString();
        location = personal.path("location").asString();
        state = payload.path("state").stringValue(null);
        age = payload.path("age").asInt();
        onboardedOn = LocalDate.parse(payload.path("onboardedOn").asString());
    }

    double years(LocalDate day) {
        return yearsGiven == null
                ? ChronoUnit.DAYS.between(onboardedOn, day) / DAYS_PER_YEAR
                : yearsGiven.doubleValue() + ChronoUnit.DAYS.between(registeredOn, day) / DAYS_PER_YEAR;
    }

    /** What a model is to be given at that instant. */
    Map<String, Double> features(Instant instant) {
        return Map.of(
                "Age",
                (double) age,
                "Total_Purchase",
                totalPurchase.doubleValue(),
                "Account_Manager",
                accountManagerId != null || managedElsewhere ? 1.0 : 0.0,
                "Years",
                years(day(instant)),
                "Num_Sites",
                (double) numSites);
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
