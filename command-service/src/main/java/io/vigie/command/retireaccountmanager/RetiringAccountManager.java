package io.vigie.command.retireaccountmanager;

import io.vigie.command.accountmanager.AccountManagerState;
import io.vigie.command.accountmanager.AccountManagers;
import io.vigie.command.platform.Recorded;
import io.vigie.contracts.manager.AccountManagerEvent;
import io.vigie.contracts.manager.AccountManagerEvent.AccountManagerRetired;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

/** Not (as the places say) while there are clients; a second time, nothing happens. */
@Component
final class RetiringAccountManager {

    private final AccountManagers managers;

    RetiringAccountManager(AccountManagers managers) {
        this.managers = managers;
    }

    @CommandHandler
    Recorded handle(RetireAccountManager command) {
        return managers.change(command.accountManagerId(), RetiringAccountManager::decide);
    }

    static List<AccountManagerEvent> decide(AccountManagerState state) {
        return state.retired() ? List.of() : List.of(new AccountManagerRetired(state.accountManagerId()));
    }
}
