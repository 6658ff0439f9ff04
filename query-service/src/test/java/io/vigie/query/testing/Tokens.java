package io.vigie.query.testing;

import io.vigie.access.AccessDatabase;
import io.vigie.access.AccessSettings;
import io.vigie.access.Role;
import io.vigie.access.accounts.Account;
import io.vigie.access.accounts.Accounts;
import io.vigie.access.firststart.FirstStart;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tokens that every service of this JVM knows. */
public final class Tokens {

    static final Path FILE = folder().resolve("credentials");

    private Tokens() {}

    /** What a request with the role that its path needs has to carry. */
    static String forRequest(String method, String path) {
        if (path.startsWith("/actuator") || path.startsWith("/api/rebuilds") || method.equals("POST")) {
            return of("operator");
        }
        return of(path.startsWith("/api/dead-letters") ? "auditor" : "agency-manager");
    }

    /** What lets a service know them; in a database apart, which all services here share. */
    static Map<String, String> settings() {
        return Map.of(
                "vigie.access.database.url", Servers.access(),
                "vigie.access.database.username", Servers.postgres().user(),
                "vigie.access.database.password", Servers.postgres().password());
    }

    /** What the service that owns that database does at its first start. */
    static void know(String url) {
        Clock clock = Clock.systemUTC();
        try (AccessDatabase database = database(url)) {
            database.migrate();
            new FirstStart(
                            FILE,
                            database,
                            new Accounts(database, clock),
                            new io.vigie.access.tokens.Tokens(database, clock),
                            clock)
                    .run();
        }
    }

    /** What requests of an account manager have to carry; null for one without a portfolio. */
    public static String ofAccountManager(@Nullable String accountManagerId) {
        return ofAccountManager(accountManagerId, Duration.ofDays(1));
    }

    /** The same, only for so long. */
    public static String ofAccountManager(@Nullable String accountManagerId, Duration time) {
        Clock clock = Clock.systemUTC();
        String account = "account-" + Lives.id();
        try (AccessDatabase database = database(Servers.access())) {
            new Accounts(database, clock)
                    .add(new Account(account, Set.of(Role.ACCOUNT_MANAGER), accountManagerId), "tests");
            return "Bearer "
                    + new io.vigie.access.tokens.Tokens(database, clock)
                            .issue(
                                    account,
                                    "tests",
                                    Role.ACCOUNT_MANAGER,
                                    clock.instant().plus(time),
                                    "tests")
                            .text();
        }
    }

    private static AccessDatabase database(String url) {
        return new AccessDatabase(new AccessSettings.Database(
                url, Servers.postgres().user(), Servers.postgres().password(), true, null, List.of()));
    }

    /** What a request in that role has to carry. */
    public static String of(String role) {
        Properties credentials = new Properties();
        try (Reader file = Files.newBufferedReader(FILE)) {
            credentials.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "Bearer " + credentials.getProperty("token." + role);
    }

    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory("vigie-credentials");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
