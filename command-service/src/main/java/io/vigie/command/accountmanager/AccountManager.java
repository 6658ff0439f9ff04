package io.vigie.command.accountmanager;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.vigie.contracts.manager.AccountManagerEvent;
import io.vigie.contracts.manager.AccountManagerEvent.AccountManagerRegistered;
import java.util.List;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;

/** The account manager as Axon keeps it; the fold is {@link AccountManagerState#evolve}. */
@SuppressWarnings("NullAway.Init") // Axon makes an empty one and sources it
public class AccountManager {

    @AggregateIdentifier
    private String accountManagerId;

    private AccountManagerState state;

    AccountManager() {}

    static AccountManager registered(AccountManagerRegistered event) {
        AccountManager manager = new AccountManager();
        manager.record(List.of(event));
        return manager;
    }

    AccountManagerState state() {
        return state;
    }

    void record(List<AccountManagerEvent> events) {
        events.forEach(event -> apply(event));
    }

    @EventSourcingHandler
    void on(AccountManagerRegistered event) {
        accountManagerId = event.accountManagerId();
        state = AccountManagerState.of(event);
    }

    @EventSourcingHandler
    void on(AccountManagerEvent event) {
        state = state.evolve(event);
    }
}
