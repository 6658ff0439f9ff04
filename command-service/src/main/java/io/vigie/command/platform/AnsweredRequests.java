package io.vigie.command.platform;

import io.vigie.web.Rejected;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/**
 * Replies by idempotency key, written in the transaction of the events: a command that was rejected, or whose
 * transaction was lost, leaves no row. Kept for 24 hours.
 */
@Component
class AnsweredRequests {

    private static final Duration KEPT = Duration.ofHours(24);
    private static final int SLICE = 5_000;
    private static final JsonMapper CANONICAL = JsonMapper.builder().build();

    private final JdbcTemplate jdbc;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final PlantedBug bug;

    AnsweredRequests(JdbcTemplate jdbc, TransactionOperations transactions, Clock clock, PlantedBug bug) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
        this.bug = bug;
    }

    /** The reply of an earlier request with this key; holds the key until the end of the transaction otherwise. */
    Optional<Reply> earlier(IdempotencyKey key, byte[] fingerprint) {
        Boolean mine = jdbc.queryForObject(
                "select pg_try_advisory_xact_lock(hashtextextended(?, 20240711))",
                Boolean.class,
                key.principal() + " " + key.key());
        if (!Boolean.TRUE.equals(mine)) {
            throw Rejected.conflict(
                    "idempotency-key-in-use",
                    "Still running",
                    "A request with this Idempotency-Key is still running; send it again in a moment.");
        }
        return jdbc
                .query(
                        """
                        select request_hash, status, aggregate_id, version, consistency_token
                        from idempotency_key where principal = ? and idempotency_key = ? and created_at > ?""",
                        (row, number) -> {
                            if (!MessageDigest.isEqual(row.getBytes(1), fingerprint)) {
                                throw Rejected.unprocessable(
                                        "idempotency-key-reused",
                                        "Key used for something else",
                                        "This Idempotency-Key was used for another request; choose a new one.");
                            }
                            return new Reply(row.getInt(2), row.getString(3), row.getLong(4), row.getLong(5));
                        },
                        key.principal(),
                        key.key(),
                        Timestamp.from(clock.instant().minus(KEPT)))
                .stream()
                .findFirst();
    }

    void keep(IdempotencyKey key, byte[] fingerprint, Reply reply) {
        if (bug.is("no-idempotency-row")) {
            return;
        }
        jdbc.update(
                """
                insert into idempotency_key (principal, idempotency_key, request_hash, status, aggregate_id, version,
                    consistency_token, created_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                on conflict on constraint idempotency_key_pk do update
                set request_hash = excluded.request_hash, status = excluded.status,
                    aggregate_id = excluded.aggregate_id, version = excluded.version,
                    consistency_token = excluded.consistency_token, created_at = excluded.created_at""",
                key.principal(),
                key.key(),
                fingerprint,
                reply.status(),
                reply.aggregateId(),
                reply.version(),
                reply.consistencyToken(),
                Timestamp.from(clock.instant()));
    }

    /**
     * In small transactions: nothing that others commit during one is published before it ends, and one that took longer
     * than a transaction may would be rolled back each time.
     */
    @Scheduled(fixedDelayString = "PT10M")
    void forgetOld() {
        int forgotten = SLICE;
        while (forgotten == SLICE) {
            forgotten = Objects.requireNonNull(transactions.execute(status -> jdbc.update(
                    "delete from idempotency_key where ctid = any (array("
                            + "select ctid from idempotency_key where created_at <= ? limit ? for update skip locked))",
                    Timestamp.from(clock.instant().minus(KEPT)),
                    SLICE)));
        }
    }

    /** What makes two requests the same: method, path, and body by meaning, not by its blanks. */
    static byte[] fingerprint(CommandRequest request, @Nullable Object body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((request.method() + " " + request.path() + "\n").getBytes(StandardCharsets.UTF_8));
            return digest.digest(CANONICAL.writeValueAsBytes(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
