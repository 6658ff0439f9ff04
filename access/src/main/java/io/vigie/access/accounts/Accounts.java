package io.vigie.access.accounts;

import io.vigie.access.AccessDatabase;
import io.vigie.access.Role;
import io.vigie.access.recordactions.Actions;
import io.vigie.access.recordactions.Deed;
import io.vigie.web.Rejected;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The accounts in the database. */
public final class Accounts {

    /** 2^12 rounds: about a quarter of a second on one core. */
    private static final int STRENGTH = 12;

    private final AccessDatabase database;
    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final Actions actions;
    private final PasswordEncoder passwords;
    private final String nobodys;

    public Accounts(AccessDatabase database, Clock clock) {
        this(database, clock, new BCryptPasswordEncoder(STRENGTH));
    }

    Accounts(AccessDatabase database, Clock clock, PasswordEncoder passwords) {
        this.passwords = passwords;
        this.database = database;
        this.jdbc = database.jdbc();
        this.clock = clock;
        this.actions = new Actions(database, clock);
        this.nobodys = Objects.requireNonNull(passwords.encode("nobody has this password"));
    }

    /** Adds one that can't sign in by a password; false, and nothing is changed, when there is one of that id. */
    public boolean add(Account account, String by) {
        return insert(account, null, by);
    }

    /** Adds one that signs in by a password, of which only a salted hash is kept; false when there is one of that id. */
    public boolean add(Account account, String password, String by) {
        return insert(account, passwords.encode(password), by);
    }

    private boolean insert(Account account, @Nullable String passwordHash, String by) {
        return database.together(() -> jdbc.update(
                                "insert into account (account_id, roles, account_manager_id, password_hash,"
                                        + " given_password_hash, created_at, created_by)"
                                        + " values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                                account.id(),
                                account.roles().stream()
                                        .map(Role::toString)
                                        .sorted()
                                        .toArray(String[]::new),
                                account.accountManagerId(),
                                passwordHash,
                                passwordHash,
                                Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MICROS)),
                                by)
                        == 1
                && record(Deed.ACCOUNT_ADDED, by, account.id()));
    }

    /** With what it is about, or neither is done. */
    private boolean record(Deed deed, String by, String accountId) {
        actions.add(deed, by, accountId, null);
        return true;
    }

    /**
     * Whether that is the password of an account that works. Whatever the reason for a no, it takes as long: the time must
     * not tell who is known here.
     */
    public boolean isPasswordOf(String accountId, String password) {
        Optional<String> hash = jdbc
                .queryForList(
                        "select password_hash from account where account_id = ? and disabled_at is null"
                                + " and password_hash is not null",
                        String.class,
                        accountId)
                .stream()
                .findFirst();
        return passwords.matches(password, hash.orElse(nobodys)) && hash.isPresent();
    }

    /** By id. */
    public List<Listed> all() {
        return jdbc.query(
                "select account_id, roles, account_manager_id, created_at, disabled_at from account order by account_id",
                (row, number) -> listed(row));
    }

    /** The one of that id, unless it was disabled. */
    public Optional<Account> find(String accountId) {
        return jdbc
                .query(
                        "select account_id, roles, account_manager_id, created_at, disabled_at from account"
                                + " where account_id = ? and disabled_at is null",
                        (row, number) -> listed(row).account(),
                        accountId)
                .stream()
                .findFirst();
    }

    /**
     * An account with its times.
     *
     * @param disabledAt since when nothing of it works; null while it does
     */
    public record Listed(
            Account account, Instant createdAt, @Nullable Instant disabledAt) {}

    /** A role of another version is none. */
    private static Listed listed(ResultSet row) throws SQLException {
        Set<Role> roles = Arrays.stream((String[]) row.getArray(2).getArray())
                .flatMap(name -> Role.of(name).stream())
                .collect(Collectors.toSet());
        Timestamp disabled = row.getTimestamp(5);
        return new Listed(
                new Account(row.getString(1), roles, row.getString(3)),
                row.getTimestamp(4).toInstant(),
                disabled == null ? null : disabled.toInstant());
    }

    /**
     * Nothing of it works from now on; false when there is none of that id that works.
     *
     * @param lastAdministratorStays whether nobody could ever let anybody in without an administrator of these
     * @throws Rejected 409 for the last administrator that has to stay
     */
    public boolean disable(String accountId, String by, boolean lastAdministratorStays) {
        return database.alone(() -> {
            List<String> administrators = jdbc.queryForList(
                    "select account_id from account where disabled_at is null and 'administrator' = any (roles)",
                    String.class);
            if (lastAdministratorStays && administrators.equals(List.of(accountId))) {
                throw Rejected.conflict(
                        "last-administrator",
                        "Last administrator",
                        "Without this account nobody could let anybody in: add another administrator first.");
            }
            return jdbc.update(
                                    "update account set disabled_at = ?, disabled_by = ?"
                                            + " where account_id = ? and disabled_at is null",
                                    Timestamp.from(clock.instant()),
                                    by,
                                    accountId)
                            == 1
                    && record(Deed.ACCOUNT_DISABLED, by, accountId);
        });
    }

    /**
     * Gives a person another password; false when it isn't one, when the old password is another, and when the new one is the
     * same or what somebody else gave the account at first.
     */
    public boolean changePassword(String accountId, String old, String password) {
        if (old.equals(password) || !isPasswordOf(accountId, old) || wasGiven(accountId, password)) {
            return false;
        }
        String hash = passwords.encode(password);
        return database.together(() -> jdbc.update(
                                "update account set password_hash = ?, password_changed_at = ?"
                                        + " where account_id = ? and disabled_at is null",
                                hash,
                                Timestamp.from(clock.instant()),
                                accountId)
                        == 1
                && record(Deed.PASSWORD_CHANGED, accountId, accountId));
    }

    private boolean wasGiven(String accountId, String password) {
        return jdbc
                .queryForList(
                        "select given_password_hash from account where account_id = ? and given_password_hash is not null",
                        String.class,
                        accountId)
                .stream()
                .anyMatch(hash -> passwords.matches(password, hash));
    }

    /** Whether it signs in by a password, as people do and programs don't. */
    public boolean isPerson(String accountId) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select from account where account_id = ? and password_hash is not null)",
                Boolean.class,
                accountId));
    }

    /** Whether an account that works still has the password that somebody added it with. */
    public boolean isPasswordKept(String by) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select from account where created_by = ? and disabled_at is null"
                        + " and password_hash is not null and password_changed_at is null)",
                Boolean.class,
                by));
    }

    /** Whether nobody was ever known here. */
    public boolean isEmpty() {
        return Boolean.FALSE.equals(jdbc.queryForObject("select exists (select from account)", Boolean.class));
    }
}
