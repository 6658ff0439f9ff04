package io.vigie.access.tokens;

import io.vigie.access.AccessDatabase;
import io.vigie.access.Actor;
import io.vigie.access.Role;
import io.vigie.access.recordactions.Actions;
import io.vigie.access.recordactions.Deed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** The tokens in the database. */
public final class Tokens {

    private final AccessDatabase database;
    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final Actions actions;

    public Tokens(AccessDatabase database, Clock clock) {
        this.database = database;
        this.jdbc = database.jdbc();
        this.clock = clock;
        this.actions = new Actions(database, clock);
    }

    /**
     * A token that was just made.
     *
     * @param text to be shown once; it can't be found out again
     */
    public record Issued(Token token, String text) {

        /** As nobody should see it in a log. */
        @Override
        public String toString() {
            return token.toString();
        }
    }

    /** Makes one for an account that is there. */
    public Issued issue(String accountId, String name, Role role, Instant endsAt, String by) {
        String text = SecretText.TOKEN.random();
        return new Issued(
                keep(text, accountId, name, role, endsAt, by)
                        .orElseThrow(() -> new IllegalStateException("256 random bits came twice")),
                text);
    }

    /** Keeps one whose text somebody else made; empty, and nothing is changed, when it is known, revoked ones included. */
    public Optional<Token> keep(String text, String accountId, String name, Role role, Instant endsAt, String by) {
        Token token = new Token(
                UUID.randomUUID(),
                accountId,
                name,
                role.toString(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                endsAt.truncatedTo(ChronoUnit.MICROS),
                null);
        return database.together(
                        () -> insert(text, token, by) && record(Deed.TOKEN_ISSUED, by, accountId, token.tokenId()))
                ? Optional.of(token)
                : Optional.empty();
    }

    private boolean insert(String text, Token token, String by) {
        return jdbc.update(
                        "insert into token (token_id, token_hash, account_id, name, role, created_at, created_by, ends_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (token_hash) do nothing",
                        token.tokenId(),
                        SecretText.hash(text),
                        token.accountId(),
                        token.name(),
                        token.role(),
                        Timestamp.from(token.createdAt()),
                        by,
                        Timestamp.from(token.endsAt()))
                == 1;
    }

    /** With what it is about, or neither is done. */
    private boolean record(Deed deed, String by, String accountId, UUID tokenId) {
        actions.add(deed, by, accountId, tokenId.toString());
        return true;
    }

    /** Takes it back; false when the account has none of that id that works. */
    public boolean revoke(UUID tokenId, String accountId, String by) {
        return database.together(() -> jdbc.update(
                                "update token set revoked_at = ? where token_id = ? and account_id = ? and revoked_at is null",
                                Timestamp.from(clock.instant()),
                                tokenId,
                                accountId)
                        == 1
                && record(Deed.TOKEN_REVOKED, by, accountId, tokenId));
    }

    /** Those of an account, newest first. */
    public List<Token> of(String accountId) {
        return jdbc.query(
                "select token_id, account_id, name, role, created_at, ends_at, revoked_at from token"
                        + " where account_id = ? order by created_at desc, token_id",
                (row, number) -> token(row),
                accountId);
    }

    /** Whose it is, by its SHA-256; empty when it isn't known, was revoked, or its account may no longer do what it is for. */
    public Optional<Known> find(byte[] hash) {
        return jdbc
                .query(
                        "select account_id, role, account_manager_id, ends_at from known_token where token_hash = ?",
                        (row, number) -> known(row),
                        (Object) hash)
                .stream()
                .findFirst();
    }

    private static Known known(ResultSet row) throws SQLException {
        return new Known(
                new Actor(
                        row.getString(1),
                        Actor.Proof.TOKEN,
                        Role.of(row.getString(2)).map(Set::of).orElse(Set.of()),
                        row.getString(3)),
                row.getTimestamp(4).toInstant());
    }

    private static Token token(ResultSet row) throws SQLException {
        Timestamp revoked = row.getTimestamp(7);
        return new Token(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getTimestamp(5).toInstant(),
                row.getTimestamp(6).toInstant(),
                revoked == null ? null : revoked.toInstant());
    }
}
