package io.vigie.command.relay;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The aggregates that wait behind an event that can't be sent. Used by one relay at a time. */
@Component
class ParkedAggregates {

    private final JdbcTemplate jdbc;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final Map<String, Long> fromSequence = new HashMap<>();
    private final Set<String> givenUp = new HashSet<>();

    ParkedAggregates(JdbcTemplate jdbc, TransactionOperations transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * A retry under way: from where to send, and what the retry record's offset stands for.
     *
     * @param evicted the event that is given up, null for none
     */
    record Releasing(
            String aggregateId,
            int partition,
            long offset,
            @Nullable Long to,
            @Nullable String evicted) {}

    /** Reads them anew. */
    void load() {
        fromSequence.clear();
        jdbc.query("select aggregate_identifier, from_sequence from relay_parked", row -> {
            fromSequence.put(row.getString(1), row.getLong(2));
        });
        givenUp.clear();
        givenUp.addAll(jdbc.queryForList("select event_identifier from relay_evicted", String.class));
    }

    /** Whether somebody decided that it is never to be sent. */
    boolean gaveUp(StoredEvent event) {
        return givenUp.contains(event.eventId());
    }

    int size() {
        return fromSequence.size();
    }

    boolean holds(StoredEvent event) {
        Long from = fromSequence.get(event.aggregateId());
        return from != null && event.sequenceNumber() >= from;
    }

    /** Whether it is the one the others wait behind. */
    boolean isCause(StoredEvent event) {
        Long from = fromSequence.get(event.aggregateId());
        return from != null && event.sequenceNumber() == from;
    }

    OptionalLong from(String aggregateId) {
        Long from = fromSequence.get(aggregateId);
        return from == null ? OptionalLong.empty() : OptionalLong.of(from);
    }

    Optional<String> reason(String aggregateId) {
        return jdbc
                .queryForList(
                        "select reason from relay_parked where aggregate_identifier = ?", String.class, aggregateId)
                .stream()
                .findFirst();
    }

    /** From this event on nothing of its aggregate is sent. */
    void park(StoredEvent event, String reason) {
        write(
                "insert into relay_parked (aggregate_identifier, from_sequence, reason, parked_at) values (?, ?, ?, ?)",
                event.aggregateId(),
                event.sequenceNumber(),
                reason.length() > 500 ? reason.substring(0, 500) : reason,
                OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
        fromSequence.put(event.aggregateId(), event.sequenceNumber());
    }

    /** Notes what a retry will have done once its record's offset is committed. */
    void begin(Releasing releasing) {
        write(
                """
                update relay_parked set releasing_partition = ?, releasing_offset = ?, releasing_to = ?,
                    releasing_evicted = ?
                where aggregate_identifier = ?""",
                releasing.partition(),
                releasing.offset(),
                releasing.to(),
                releasing.evicted(),
                releasing.aggregateId());
    }

    /** The retry's effects are on Kafka. */
    void end(Releasing releasing) {
        if (releasing.evicted() != null) {
            // Before the other, so that after a kill in between it is done again.
            write(
                    "insert into relay_evicted (event_identifier, evicted_at) values (?, ?) on conflict do nothing",
                    releasing.evicted(),
                    OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
            givenUp.add(releasing.evicted());
        }
        if (releasing.to() == null) {
            write("delete from relay_parked where aggregate_identifier = ?", releasing.aggregateId());
            fromSequence.remove(releasing.aggregateId());
        } else {
            write("""
                    update relay_parked set from_sequence = releasing_to, releasing_partition = null,
                        releasing_offset = null, releasing_to = null, releasing_evicted = null
                    where aggregate_identifier = ?""", releasing.aggregateId());
            fromSequence.put(releasing.aggregateId(), releasing.to());
        }
    }

    /** Retries of which nobody knows here whether they took effect. */
    Collection<Releasing> unfinished() {
        return jdbc.query(
                """
                select aggregate_identifier, releasing_partition, releasing_offset, releasing_to, releasing_evicted
                from relay_parked where releasing_offset is not null""",
                (row, i) -> new Releasing(
                        row.getString(1),
                        row.getInt(2),
                        row.getLong(3),
                        row.getObject(4, Long.class),
                        row.getString(5)));
    }

    private void write(String sql, @Nullable Object... values) {
        transactions.executeWithoutResult(status -> jdbc.update(sql, values));
    }
}
