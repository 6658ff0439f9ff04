package io.vigie.command.accountmanager;

import io.vigie.command.capacity.Places;
import io.vigie.command.platform.Precondition;
import io.vigie.command.platform.Recorded;
import io.vigie.command.platform.Refused;
import io.vigie.contracts.manager.AccountManagerEvent;
import io.vigie.contracts.manager.AccountManagerEvent.AccountManagerCapacityChanged;
import io.vigie.contracts.manager.AccountManagerEvent.AccountManagerRegistered;
import io.vigie.contracts.manager.AccountManagerEvent.AccountManagerRetired;
import java.util.List;
import java.util.function.Function;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;

/** As {@code Clients}, for account managers: their events open, resize and close places. */
public final class AccountManagers {

    private final Repository<AccountManager> repository;
    private final Places places;

    /** Account managers in that store, with places counted there. */
    public AccountManagers(Repository<AccountManager> repository, Places places) {
        this.repository = repository;
        this.places = places;
    }

    /** Records a new account manager; that the id is new shows when the event is appended. */
    public Recorded register(AccountManagerRegistered event) throws Exception {
        Precondition.ofCurrentCommand().checkAbsent();
        Aggregate<AccountManager> manager = repository.newInstance(() -> AccountManager.registered(event));
        followOnceAppended(List.of(event));
        return new Recorded(manager.identifierAsString(), manager.version() + 1, true);
    }

    /** Records what {@code rule} answers for the manager as it is; nothing, if it answers nothing. */
    public Recorded change(String accountManagerId, Function<AccountManagerState, List<AccountManagerEvent>> rule) {
        Aggregate<AccountManager> manager = load(accountManagerId);
        Precondition.ofCurrentCommand().check(manager.version() + 1);
        List<AccountManagerEvent> events = rule.apply(manager.invoke(AccountManager::state));
        manager.execute(aggregate -> aggregate.record(events));
        followOnceAppended(events);
        return new Recorded(accountManagerId, manager.version() + 1, !events.isEmpty());
    }

    private Aggregate<AccountManager> load(String accountManagerId) {
        try {
            return repository.load(accountManagerId);
        } catch (AggregateNotFoundException e) {
            throw Refused.notFound("account-manager-not-found", "There is no account manager with this id.");
        }
    }

    /** After the append and before the commit, for the reason that clients have. */
    private void followOnceAppended(List<? extends AccountManagerEvent> events) {
        CurrentUnitOfWork.get().onPrepareCommit(work -> events.forEach(this::follow));
    }

    private void follow(AccountManagerEvent event) {
        if (event instanceof AccountManagerRegistered registered) {
            places.open(registered.accountManagerId(), registered.capacity());
        } else if (event instanceof AccountManagerCapacityChanged changed) {
            places.resize(changed.accountManagerId(), changed.capacity());
        } else if (event instanceof AccountManagerRetired retired) {
            places.close(retired.accountManagerId());
        }
    }
}
