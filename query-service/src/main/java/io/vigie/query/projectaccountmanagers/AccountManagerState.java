package io.vigie.query.projectaccountmanagers;

import io.vigie.contracts.manager.AccountManagerEvent;
import io.vigie.contracts.manager.AccountManagerEvent.AccountManagerCapacityChanged;
import io.vigie.contracts.manager.AccountManagerEvent.AccountManagerRegistered;
import io.vigie.contracts.manager.AccountManagerEvent.AccountManagerRetired;
import java.sql.ResultSet;
import java.sql.SQLException;

/** A row of {@code account_manager_view}. The load isn't here: it is counted where clients are. */
record AccountManagerState(String accountManagerId, long version, String status, String name, int capacity) {

    /** The state before a registration; shown to nobody. */
    static AccountManagerState unknown(String accountManagerId) {
        return new AccountManagerState(accountManagerId, 0, "unknown", "", 0);
    }

    static AccountManagerState read(ResultSet row, int index) throws SQLException {
        return new AccountManagerState(
                row.getString("account_manager_id"),
                row.getLong("version"),
                row.getString("status"),
                row.getString("name"),
                row.getInt("capacity"));
    }

    AccountManagerState at(long newVersion) {
        return new AccountManagerState(accountManagerId, newVersion, status, name, capacity);
    }

    AccountManagerState after(AccountManagerEvent event) {
        if (event instanceof AccountManagerRegistered registered) {
            return new AccountManagerState(
                    accountManagerId, version, "active", registered.personal().name(), registered.capacity());
        }
        if (event instanceof AccountManagerCapacityChanged changed) {
            return new AccountManagerState(accountManagerId, version, status, name, changed.capacity());
        }
        if (event instanceof AccountManagerRetired) {
            String now = status.equals("unknown") ? status : "retired";
            return new AccountManagerState(accountManagerId, version, now, name, capacity);
        }
        throw new IllegalStateException("no rule for " + event.getClass().getSimpleName());
    }
}
