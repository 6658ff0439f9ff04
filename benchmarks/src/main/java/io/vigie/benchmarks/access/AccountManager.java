package io.vigie.benchmarks.access;

import io.vigie.access.AccessDatabase;
import io.vigie.access.AccessSettings;
import io.vigie.access.Role;
import io.vigie.access.accounts.Account;
import io.vigie.access.accounts.Accounts;
import io.vigie.access.tokens.Tokens;
import io.vigie.benchmarks.servers.Servers.Database;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Somebody who sees a tenth of the clients. */
final class AccountManager {

    static final String ID = "am-1";

    private AccountManager() {}

    /** A token of its own, made where the command-service would make it. */
    static String token(Database access) {
        Clock clock = Clock.systemUTC();
        try (AccessDatabase database = new AccessDatabase(
                new AccessSettings.Database(access.url(), access.user(), access.password(), false, List.of()))) {
            new Accounts(database, clock).add(new Account("benchmark", Set.of(Role.ACCOUNT_MANAGER), ID), "benchmark");
            return new Tokens(database, clock)
                    .issue(
                            "benchmark",
                            "benchmark",
                            Role.ACCOUNT_MANAGER,
                            clock.instant().plus(Duration.ofDays(1)),
                            "benchmark")
                    .text();
        }
    }
}
