package io.vigie.command.changecapacity;

import io.vigie.command.accountmanager.AccountManagerState;
import io.vigie.command.accountmanager.AccountManagers;
import io.vigie.command.platform.Recorded;
import io.vigie.command.platform.Refused;
import io.vigie.contracts.manager.AccountManagerEvent;
import io.vigie.contracts.manager.AccountManagerEvent.AccountManagerCapacityChanged;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

/** Not of somebody retired, and (as the places say) never below the load; nothing happens when it stays as it is. */
@Component
final class ChangingCapacity {

    private final AccountManagers managers;

    ChangingCapacity(AccountManagers managers) {
        this.managers = managers;
    }

    @CommandHandler
    Recorded handle(ChangeCapacity command) {
        return managers.change(command.accountManagerId(), state -> decide(command, state));
    }

    static List<AccountManagerEvent> decide(ChangeCapacity command, AccountManagerState state) {
        if (state.retired()) {
            throw Refused.conflict("account-manager-retired", "The account manager is retired.");
        }
        return command.capacity() == state.capacity()
                ? List.of()
                : List.of(new AccountManagerCapacityChanged(state.accountManagerId(), command.capacity()));
    }
}
