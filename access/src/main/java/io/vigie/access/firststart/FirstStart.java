package io.vigie.access.firststart;

import io.vigie.access.AccessDatabase;
import io.vigie.access.Role;
import io.vigie.access.accounts.Account;
import io.vigie.access.accounts.Accounts;
import io.vigie.access.tokens.Tokens;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the first account when there is none: an administrator with a password and a token for each role, in a file that
 * only its owner can read. Whoever can read that file can do everything here, as whoever can read the data folder could
 * anyway; all of it is one person.
 */
public final class FirstStart {

    private static final Logger LOG = LoggerFactory.getLogger(FirstStart.class);

    /** As long as the folder may well be used; who wants less revokes them. */
    private static final Duration LIFETIME = Duration.ofDays(3_650);

    private static final String TOKEN_NAME = "made at the first start";
    static final String BY = "first start";

    private final Path file;
    private final AccessDatabase database;
    private final Accounts accounts;
    private final Tokens tokens;
    private final Clock clock;

    public FirstStart(Path file, AccessDatabase database, Accounts accounts, Tokens tokens, Clock clock) {
        this.file = file;
        this.database = database;
        this.accounts = accounts;
        this.tokens = tokens;
        this.clock = clock;
    }

    /**
     * What the file says is known afterwards, and stays revoked where it was revoked. The file is there before its
     * content is known, so that whatever dies in between, the next start goes on with the same.
     *
     * @throws io.vigie.web.StartRefused when the file can't be read or written
     */
    public void run() {
        database.alone(() -> {
            Optional<Credentials> found = Credentials.read(file);
            if (found.isPresent()) {
                know(found.get());
            } else if (accounts.isEmpty()) {
                Credentials made = Credentials.random();
                made.write(file);
                know(made);
                LOG.info("The first account and a token for each role are in {}", file.getFileName());
            } else {
                LOG.info("There are accounts, and no {}: ./vigie finds no token by itself", file.getFileName());
            }
            return true;
        });
    }

    private void know(Credentials credentials) {
        accounts.add(new Account(credentials.account(), Set.of(Role.values()), null), credentials.password(), BY);
        Instant end = clock.instant().plus(LIFETIME);
        credentials
                .tokens()
                .forEach((role, text) -> tokens.keep(text, credentials.account(), TOKEN_NAME, role, end, BY));
    }
}
