package io.vigie.query.projectclients;

import io.vigie.contracts.client.ClientEvent;
import io.vigie.contracts.client.ClientEvent.AccountManagerAssigned;
import io.vigie.contracts.client.ClientEvent.AccountManagerUnassigned;
import io.vigie.contracts.client.ClientEvent.ClientDeparted;
import io.vigie.contracts.client.ClientEvent.ClientProfileChanged;
import io.vigie.contracts.client.ClientEvent.ClientRegistered;
import io.vigie.contracts.client.ClientEvent.ClientReturned;
import io.vigie.contracts.client.ClientEvent.ClientSitesChanged;
import io.vigie.contracts.client.ClientEvent.PurchaseRecorded;
import io.vigie.contracts.client.Personal;
import io.vigie.query.platform.Words;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A row of {@code client_view} while events are folded into it. */
final class ClientState {

    private static final Personal NOBODY = new Personal("", "", "");

    final String clientId;
    long version;
    String status = "unknown";
    Personal personal = NOBODY;

    @Nullable
    String state;

    int age;
    LocalDate onboardedOn = LocalDate.EPOCH;

    @Nullable
    BigDecimal yearsBase;

    LocalDate registeredOn = LocalDate.EPOCH;
    BigDecimal totalPurchase = BigDecimal.ZERO;
    int numSites;

    @Nullable
    String accountManagerId;

    /** Whether it is new, or somebody else may look after it now than when it was read. */
    boolean changedHands = true;

    boolean managedElsewhere;

    /** Who looked after it since it was read, and doesn't any more. */
    final Set<String> former = new LinkedHashSet<>();

    ClientState(String clientId) {
        this.clientId = clientId;
    }

    static ClientState read(ResultSet row, int index) throws SQLException {
        ClientState client = new ClientState(row.getString("client_id"));
        client.version = row.getLong("version");
        client.status = row.getString("status");
        client.personal = new Personal(row.getString("name"), row.getString("company"), row.getString("location"));
        client.state = row.getString("state");
        client.age = row.getInt("age");
        client.onboardedOn = row.getObject("onboarded_on", LocalDate.class);
        client.yearsBase = row.getBigDecimal("years_base");
        client.registeredOn = row.getObject("registered_on", LocalDate.class);
        client.totalPurchase = row.getBigDecimal("total_purchase");
        client.numSites = row.getInt("num_sites");
        client.accountManagerId = row.getString("account_manager_id");
        client.managedElsewhere = row.getBoolean("managed_elsewhere");
        client.changedHands = false;
        return client;
    }

    void apply(ClientEvent event, LocalDate day) {
        if (event instanceof ClientRegistered registered) {
            register(registered, day);
        } else if (event instanceof ClientProfileChanged changed) {
            personal = changed.personal();
            state = changed.state();
            age = changed.age();
            onboardedOn = changed.onboardedOn();
        } else if (event instanceof ClientSitesChanged changed) {
            numSites = changed.numSites();
        } else if (event instanceof PurchaseRecorded recorded) {
            totalPurchase = recorded.totalPurchase();
        } else if (event instanceof AccountManagerAssigned assigned) {
            giveTo(assigned.accountManagerId());
            managedElsewhere = false;
        } else if (event instanceof AccountManagerUnassigned) {
            giveTo(null);
            managedElsewhere = false;
        } else if (event instanceof ClientDeparted) {
            giveTo(null);
            status = isKnown() ? "left" : status;
        } else if (event instanceof ClientReturned) {
            status = isKnown() ? "active" : status;
        } else {
            throw new IllegalStateException("no rule for " + event.getClass().getSimpleName());
        }
    }

    private void register(ClientRegistered registered, LocalDate day) {
        status = "active";
        personal = registered.personal();
        state = registered.state();
        age = registered.age();
        onboardedOn = registered.onboardedOn();
        yearsBase = registered.years();
        registeredOn = day;
        totalPurchase = registered.totalPurchase();
        numSites = registered.numSites();
        giveTo(registered.accountManagerId());
        managedElsewhere = registered.managedElsewhere();
    }

    private void giveTo(@Nullable String accountManager) {
        if (accountManagerId != null && !accountManagerId.equals(accountManager)) {
            former.add(accountManagerId);
        }
        accountManagerId = accountManager;
        changedHands = true;
    }

    /** False when its registration was evicted: its events count, but there is nobody to show. */
    private boolean isKnown() {
        return !status.equals("unknown");
    }

    String folded() {
        return Words.folded(personal.name(), personal.company());
    }
}
