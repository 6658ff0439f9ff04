package io.vigie.command.reconcile;

import io.vigie.command.eventstore.AggregateIds;
import io.vigie.command.relay.EventRecords;
import io.vigie.contracts.progress.RelayProgress;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.TopicPartition;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Counts what should be on Kafka. */
@Component
class StoreSide {

    private static final int PAGE = 5_000;

    private static final String NEXT = """
            select transaction_id::text::bigint, global_index, event_identifier, aggregate_identifier, payload_type,
                payload
            from domain_event_entry
            where (transaction_id, global_index) > (?::text::xid8, ?)
              and (transaction_id, global_index) <= (?::text::xid8, ?)
            order by transaction_id, global_index limit ?""";

    private static final String PARKED = """
            select event_identifier, event.aggregate_identifier, payload_type, payload
            from relay_parked parked join domain_event_entry event
                on event.aggregate_identifier = parked.aggregate_identifier
                and event.sequence_number >= parked.from_sequence
            where (transaction_id, global_index) <= (?::text::xid8, ?)
            union all
            select event_identifier, aggregate_identifier, payload_type, payload
            from relay_evicted join domain_event_entry using (event_identifier)
            where (transaction_id, global_index) <= (?::text::xid8, ?)""";

    /** A page of its count and its last position, so that no statement takes longer the more events there are. */
    private static final String COUNT = """
            select count(*), max(array[transaction_id::text::bigint, global_index])
            from (select transaction_id, global_index from domain_event_entry
                where (transaction_id, global_index) > (?::text::xid8, ?)
                  and (transaction_id, global_index) <= (?::text::xid8, ?)
                order by transaction_id, global_index limit ?) page""";

    private static final int COUNTED_AT_ONCE = 100_000;

    private final JdbcTemplate jdbc;
    private final EventRecords records;

    StoreSide(JdbcTemplate jdbc, EventRecords records) {
        this.jdbc = jdbc;
        this.records = records;
    }

    /** Counts on to where the relay says it is. */
    void advance(Comparison comparison, RelayProgress until) {
        int[] found = {PAGE};
        while (found[0] == PAGE) {
            found[0] = 0;
            jdbc.query(
                    NEXT,
                    row -> {
                        found[0]++;
                        comparison.transactionId = row.getLong(1);
                        comparison.globalIndex = row.getLong(2);
                        Comparison.count(
                                comparison.stored,
                                place(row.getString(4), row.getString(5)),
                                row.getString(3),
                                row.getBytes(6));
                    },
                    Long.toString(comparison.transactionId),
                    comparison.globalIndex,
                    Long.toString(until.transactionId()),
                    until.globalIndex(),
                    PAGE);
        }
    }

    /** The events that wait behind one that can't be sent or were given up: stored, but rightly not on Kafka. */
    Map<TopicPartition, Tally> parked(RelayProgress until) {
        Map<TopicPartition, Tally> parked = new HashMap<>();
        jdbc.query(
                PARKED,
                row -> {
                    Comparison.count(
                            parked, place(row.getString(2), row.getString(3)), row.getString(1), row.getBytes(4));
                },
                Long.toString(until.transactionId()),
                until.globalIndex(),
                Long.toString(until.transactionId()),
                until.globalIndex());
        return parked;
    }

    /** How many events there are in all, counted afresh: one that appeared behind the comparison shows here. */
    long all(RelayProgress until) {
        return all(until, COUNTED_AT_ONCE);
    }

    long all(RelayProgress until, int atOnce) {
        long all = 0;
        Page page = new Page(atOnce, -1, -1);
        while (page.events() == atOnce) {
            page = Objects.requireNonNull(jdbc.queryForObject(
                    COUNT,
                    (row, number) -> Page.of(row),
                    Long.toString(Math.max(0, page.transactionId())),
                    page.globalIndex(),
                    Long.toString(until.transactionId()),
                    until.globalIndex(),
                    atOnce));
            all += page.events();
        }
        return all;
    }

    /** Where a page of the count ended. */
    private record Page(long events, long transactionId, long globalIndex) {

        static Page of(ResultSet row) throws SQLException {
            Array last = row.getArray(2);
            if (last == null) {
                return new Page(0, 0, 0);
            }
            Long[] place = (Long[]) last.getArray();
            return new Page(row.getLong(1), place[0], place[1]);
        }
    }

    private TopicPartition place(String aggregateId, String eventType) {
        return new TopicPartition(EventRecords.topic(eventType), records.partition(AggregateIds.subject(aggregateId)));
    }
}
