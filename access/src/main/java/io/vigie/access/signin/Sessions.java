package io.vigie.access.signin;

import io.vigie.access.AccessDatabase;
import io.vigie.access.Actor;
import io.vigie.access.Role;
import io.vigie.access.recordactions.Actions;
import io.vigie.access.recordactions.Deed;
import io.vigie.access.tokens.Known;
import io.vigie.access.tokens.SecretText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** The sessions in the database: they outlive a restart, and every service knows them. */
public final class Sessions {

    /** A working day; whoever goes on after it signs in again. */
    static final Duration LIFETIME = Duration.ofHours(12);

    /** Of whoever says who gets in by a provider's word, which nobody can take back meanwhile. */
    static final Duration LIFETIME_OF_VOUCHED_ADMINISTRATOR = Duration.ofHours(1);

    private final AccessDatabase database;
    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final Actions actions;

    public Sessions(AccessDatabase database, Clock clock) {
        this.database = database;
        this.jdbc = database.jdbc();
        this.clock = clock;
        this.actions = new Actions(database, clock);
    }

    /** Begins one for somebody who signs in, which is recorded. */
    String signIn(String accountId) {
        return database.together(() -> {
            actions.add(Deed.SIGNED_IN, accountId, accountId, null);
            return begin(accountId);
        });
    }

    /**
     * Begins one for somebody whom the provider vouches for, in the roles that it names now; which is recorded.
     *
     * @return the text for the cookie
     */
    public String signIn(Actor vouched) {
        return database.together(() -> {
            actions.add(Deed.SIGNED_IN, vouched.id(), vouched.id(), null);
            Instant now = clock.instant();
            jdbc.update("delete from vouched_session where ends_at < ?", Timestamp.from(now));
            String text = SecretText.SESSION.random();
            jdbc.update(
                    "insert into vouched_session"
                            + " (session_hash, vouched_id, roles, account_manager_id, created_at, ends_at)"
                            + " values (?, ?, ?, ?, ?, ?)",
                    SecretText.hash(text),
                    vouched.id(),
                    vouched.roles().stream().map(Role::toString).toArray(String[]::new),
                    vouched.accountManagerId(),
                    Timestamp.from(now),
                    Timestamp.from(now.plus(
                            vouched.roles().contains(Role.ADMINISTRATOR)
                                    ? LIFETIME_OF_VOUCHED_ADMINISTRATOR
                                    : LIFETIME)));
            return text;
        });
    }

    /** Begins one for somebody who has just proven who they are; the text for the cookie. */
    public String begin(String accountId) {
        Instant now = clock.instant();
        jdbc.update("delete from session where ends_at < ?", Timestamp.from(now));
        String text = SecretText.SESSION.random();
        jdbc.update(
                "insert into session (session_hash, account_id, created_at, ends_at) values (?, ?, ?, ?)",
                SecretText.hash(text),
                accountId,
                Timestamp.from(now),
                Timestamp.from(now.plus(LIFETIME)));
        return text;
    }

    /** Ends it. */
    public void end(String text) {
        jdbc.update("delete from session where session_hash = ?", (Object) SecretText.hash(text));
        jdbc.update("delete from vouched_session where session_hash = ?", (Object) SecretText.hash(text));
    }

    /** Ends all that began with a password. */
    public void endAllOfPasswords() {
        jdbc.update("delete from session");
    }

    /** Ends all of an account. */
    public void endAll(String accountId) {
        jdbc.update("delete from session where account_id = ?", accountId);
    }

    /** Whose it is, in all roles that its account has by now, or that the provider named at the sign-in. */
    public Optional<Known> find(byte[] hash) {
        return jdbc
                .query(
                        "select account_id, vouched_id, roles, account_manager_id, ends_at from known_session"
                                + " where session_hash = ?",
                        (row, number) -> known(row),
                        (Object) hash)
                .stream()
                .findFirst();
    }

    private static Known known(ResultSet row) throws SQLException {
        String accountId = row.getString(1);
        return new Known(
                new Actor(
                        accountId == null ? row.getString(2) : accountId,
                        accountId == null ? Actor.Proof.PROVIDER_SESSION : Actor.Proof.SESSION,
                        Arrays.stream((String[]) row.getArray(3).getArray())
                                .flatMap(name -> Role.of(name).stream())
                                .collect(Collectors.toSet()),
                        row.getString(4)),
                row.getTimestamp(5).toInstant());
    }
}
