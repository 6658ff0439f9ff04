package io.vigie.access.recordactions;

import io.vigie.access.AccessDatabase;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The record in the database. Nobody changes or removes a line of it, its owner included. */
public final class Actions {

    private final JdbcTemplate jdbc;
    private final Clock clock;

    public Actions(AccessDatabase database, Clock clock) {
        this.jdbc = database.jdbc();
        this.clock = clock;
    }

    /** Adds a line, in the transaction of what it is about. */
    public void add(Deed deed, String by, String subject, @Nullable String detail) {
        jdbc.update(
                "insert into action (recorded_at, deed, done_by, subject, detail) values (?, ?, ?, ?, ?)",
                Timestamp.from(clock.instant()),
                deed.toString(),
                by,
                subject,
                detail);
    }

    /** Adds a line that names an account only if it exists; the same work either way, for the time must not tell. */
    public void addFailedSignIn(String accountId) {
        jdbc.update(
                "insert into action (recorded_at, deed, subject)"
                        + " values (?, ?, (select account_id from account where account_id = ?))",
                Timestamp.from(clock.instant()),
                Deed.SIGN_IN_FAILED.toString(),
                accountId);
    }

    /** Those before a number, newest first. */
    List<RecordedAction> before(long number, int most) {
        return jdbc.query(
                "select action_id, recorded_at, deed, done_by, subject, detail from action where action_id < ?"
                        + " order by action_id desc limit ?",
                (row, index) -> new RecordedAction(
                        row.getLong(1),
                        row.getTimestamp(2).toInstant(),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6)),
                number,
                most);
    }
}
