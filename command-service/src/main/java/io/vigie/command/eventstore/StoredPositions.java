package io.vigie.command.eventstore;

import java.util.OptionalLong;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Positions as the engine left them in the transaction, or as they are in the table. */
final class StoredPositions implements LastPosition {

    private final JdbcTemplate jdbc;

    StoredPositions(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public OptionalLong ofThisTransaction() {
        Object appended = TransactionSynchronizationManager.getResource(AppendedEvents.class);
        return appended instanceof AppendedEvents events
                ? OptionalLong.of(events.transactionId())
                : OptionalLong.empty();
    }

    @Override
    public OptionalLong ofAggregate(String aggregateId) {
        return jdbc.queryForList("""
                        select transaction_id::text from domain_event_entry
                        where aggregate_identifier = ? order by sequence_number desc limit 1""", String.class, aggregateId).stream()
                .mapToLong(Long::parseLong)
                .findFirst();
    }
}
