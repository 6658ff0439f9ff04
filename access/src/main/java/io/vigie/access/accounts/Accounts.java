package io.vigie.access.accounts;

import io.vigie.access.AccessDatabase;
import io.vigie.access.Role;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** The accounts in the database. */
public final class Accounts {

    /** 2^12 rounds: about a quarter of a second on one core. */
    private static final int STRENGTH = 12;

    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final BCryptPasswordEncoder passwords = new BCryptPasswordEncoder(STRENGTH);

    public Accounts(AccessDatabase database, Clock clock) {
        this.jdbc = database.jdbc();
        this.clock = clock;
    }

    /** Adds one that can't sign in by a password; false, and nothing is changed, when there is one of that id. */
    public boolean add(Account account) {
        return insert(account, null);
    }

    /** Adds one that signs in by a password, of which only a salted hash is kept; false when there is one of that id. */
    public boolean add(Account account, String password) {
        return insert(account, passwords.encode(password));
    }

    private boolean insert(Account account, @org.jspecify.annotations.Nullable String passwordHash) {
        return jdbc.update(
                        "insert into account (account_id, roles, account_manager_id, password_hash, created_at)"
                                + " values (?, ?, ?, ?, ?) on conflict do nothing",
                        account.id(),
                        account.roles().stream().map(Role::toString).sorted().toArray(String[]::new),
                        account.accountManagerId(),
                        passwordHash,
                        Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MICROS)))
                == 1;
    }

    /** Nothing of it works from now on; false when there is none of that id that works. */
    public boolean disable(String accountId) {
        return jdbc.update(
                        "update account set disabled_at = ? where account_id = ? and disabled_at is null",
                        Timestamp.from(clock.instant()),
                        accountId)
                == 1;
    }

    /** Whether nobody was ever known here. */
    public boolean isEmpty() {
        return Boolean.FALSE.equals(jdbc.queryForObject("select exists (select from account)", Boolean.class));
    }
}
