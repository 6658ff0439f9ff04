package io.vigie.access.recordreads;

import io.vigie.access.AccessDatabase;
import io.vigie.access.Actor;
import io.vigie.access.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The record in the database. Nobody changes or removes a line of it, its owner included. */
public final class Reads {

    private final JdbcTemplate jdbc;
    private final Clock clock;

    public Reads(AccessDatabase database, Clock clock) {
        this.jdbc = database.jdbc();
        this.clock = clock;
    }

    /** Adds a line; it is durable afterwards. */
    void add(Actor actor, Question question, @Nullable String purpose) {
        jdbc.update(
                "insert into recorded_read (recorded_at, account_id, roles, endpoint, subject, query_hash, purpose)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                Timestamp.from(clock.instant()),
                actor.id(),
                actor.roles().stream().map(Role::toString).sorted().toArray(String[]::new),
                question.endpoint(),
                question.subject(),
                question.hash(),
                purpose);
    }

    /** Those before a number, newest first; of one account or, for null, of all. */
    List<RecordedRead> before(long number, @Nullable String accountId, int most) {
        return jdbc.query(
                "select read_id, recorded_at, account_id, roles, endpoint, subject, query_hash, purpose"
                        + " from recorded_read where read_id < ? and (?::text is null or account_id = ?)"
                        + " order by read_id desc limit ?",
                (row, index) -> read(row),
                number,
                accountId,
                accountId,
                most);
    }

    private static RecordedRead read(ResultSet row) throws SQLException {
        byte[] hash = row.getBytes(7);
        return new RecordedRead(
                row.getLong(1),
                row.getTimestamp(2).toInstant(),
                row.getString(3),
                List.of((String[]) row.getArray(4).getArray()),
                row.getString(5),
                row.getString(6),
                hash == null ? null : HexFormat.of().formatHex(hash),
                row.getString(8));
    }
}
