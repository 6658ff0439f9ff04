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
import java.util.stream.IntStream;

/** People who see a tenth of the clients each. */
final class AccountManagers {

    /** One for each of the connections that ask at once, so that hardly any asks after itself. */
    private static final int COUNT = 8;

    private AccountManagers() {}

    /** The one whose turn it is. */
    static String id(int number) {
        return "am-" + number % COUNT;
    }

    /** A token of each, made where the command-service would make it. */
    static List<String> tokens(Database access) {
        Clock clock = Clock.systemUTC();
        try (AccessDatabase database = new AccessDatabase(
                new AccessSettings.Database(access.url(), access.user(), access.password(), false, null, List.of()))) {
            Accounts accounts = new Accounts(database, clock);
            Tokens tokens = new Tokens(database, clock);
            return IntStream.range(0, COUNT)
                    .mapToObj(number -> {
                        String account = "benchmark-" + number;
                        accounts.add(new Account(account, Set.of(Role.ACCOUNT_MANAGER), id(number)), account);
                        return tokens.issue(
                                        account,
                                        account,
                                        Role.ACCOUNT_MANAGER,
                                        clock.instant().plus(Duration.ofDays(1)),
                                        account)
                                .text();
                    })
                    .toList();
        }
    }
}
