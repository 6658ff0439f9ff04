package io.vigie.command.testing;

import io.vigie.command.accountmanager.AccountManager;
import io.vigie.command.accountmanager.AccountManagers;
import io.vigie.command.testing.ClientFixture.Moves;
import io.vigie.contracts.manager.AccountManagerEvent.AccountManagerRegistered;
import io.vigie.contracts.manager.AccountManagerEvent.Personal;
import java.util.function.Function;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;

/** An account manager without a store. */
public final class AccountManagerFixture {

    private AccountManagerFixture() {}

    /** A fixture with that handler, its moves remembered. */
    public static FixtureConfiguration<AccountManager> with(Function<AccountManagers, Object> handler, Moves moves) {
        AggregateTestFixture<AccountManager> fixture = new AggregateTestFixture<>(AccountManager.class);
        fixture.registerAnnotatedCommandHandler(handler.apply(new AccountManagers(fixture.getRepository(), moves)));
        return fixture;
    }

    /** The manager {@code m-1}. */
    public static AccountManagerRegistered registered(int capacity) {
        return new AccountManagerRegistered("m-1", new Personal("Mo"), capacity);
    }
}
