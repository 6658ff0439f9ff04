package io.vigie.command.registeraccountmanager;

import io.vigie.command.accountmanager.AccountManagers;
import io.vigie.command.platform.Recorded;
import io.vigie.contracts.manager.AccountManagerEvent;
import io.vigie.contracts.manager.AccountManagerEvent.AccountManagerRegistered;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

/** An id is registered once. */
@Component
final class RegisteringAccountManager {

    private final AccountManagers managers;

    RegisteringAccountManager(AccountManagers managers) {
        this.managers = managers;
    }

    @CommandHandler
    Recorded handle(RegisterAccountManager command) throws Exception {
        return managers.register(decide(command));
    }

    static AccountManagerRegistered decide(RegisterAccountManager command) {
        return new AccountManagerRegistered(
                command.accountManagerId(), new AccountManagerEvent.Personal(command.name()), command.capacity());
    }
}
