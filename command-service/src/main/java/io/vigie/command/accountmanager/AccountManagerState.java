package io.vigie.command.accountmanager;

import io.vigie.contracts.manager.AccountManagerEvent;
import io.vigie.contracts.manager.AccountManagerEvent.AccountManagerCapacityChanged;
import io.vigie.contracts.manager.AccountManagerEvent.AccountManagerRegistered;
import io.vigie.contracts.manager.AccountManagerEvent.AccountManagerRetired;

/** What rules need to know of an account manager; folded from the manager's events, and from nothing else. */
public record AccountManagerState(String accountManagerId, int capacity, boolean retired) {

    /** The manager as registered. */
    public static AccountManagerState of(AccountManagerRegistered event) {
        return new AccountManagerState(event.accountManagerId(), event.capacity(), false);
    }

    /** The manager after one more event. */
    public AccountManagerState evolve(AccountManagerEvent event) {
        if (event instanceof AccountManagerRegistered registered) {
            return of(registered);
        } else if (event instanceof AccountManagerCapacityChanged changed) {
            return new AccountManagerState(accountManagerId, changed.capacity(), retired);
        } else if (event instanceof AccountManagerRetired) {
            return new AccountManagerState(accountManagerId, capacity, true);
        }
        throw new IllegalArgumentException("no fold for " + event.getClass().getSimpleName());
    }
}
