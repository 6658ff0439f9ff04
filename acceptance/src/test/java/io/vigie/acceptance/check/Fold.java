package io.vigie.acceptance.check;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A client as its events alone say it is. Written again here, from the contract, so that it can disagree. */
final class Fold {

    long version;
    String status = "active";
    int numSites;
    BigDecimal totalPurchase = BigDecimal.ZERO;
    boolean managedElsewhere;

    @Nullable
    String accountManagerId;

    void apply(StoredEvent event) {
        JsonNode payload = event.payload();
        version = event.version();
        switch (event.type()) {
            case "client-registered" -> {
                numSites = payload.path("numSites").asInt();
                totalPurchase = payload.path("totalPurchase").decimalValue();
                managedElsewhere = payload.path("managedElsewhere").asBoolean();
                accountManagerId = payload.path("accountManagerId").asString(null);
            }
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
            case "client-profile-changed" -> {}
            default -> throw new AssertionError("an event type that nobody published: " + event.type());
        }
    }
}
