package io.vigie.command.reconcile;

import java.util.HashSet;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Keeps a comparison between rounds, so that each reads only what is new. */
@Component
class SavedComparison {

    private final JdbcTemplate jdbc;
    private final TransactionOperations transactions;

    SavedComparison(JdbcTemplate jdbc, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    Comparison load() {
        Comparison comparison = new Comparison();
        jdbc.query("select transaction_id, global_index from reconciled_position", row -> {
            comparison.transactionId = row.getLong(1);
            comparison.globalIndex = row.getLong(2);
        });
        jdbc.query("select * from reconciled_partition", row -> {
            TopicPartition partition = new TopicPartition(row.getString("topic"), row.getInt("partition"));
            comparison.stored.put(partition, new Tally(row.getLong("stored_events"), row.getLong("stored_digest")));
            comparison.published.put(
                    partition, new Tally(row.getLong("published_events"), row.getLong("published_digest")));
            comparison.nextOffsets.put(partition, row.getLong("next_offset"));
        });
        return comparison;
    }

    void save(Comparison comparison) {
        Set<TopicPartition> partitions = new HashSet<>(comparison.stored.keySet());
        partitions.addAll(comparison.nextOffsets.keySet());
        transactions.executeWithoutResult(status -> {
            jdbc.update("delete from reconciled_position");
            jdbc.update("delete from reconciled_partition");
            jdbc.update(
                    "insert into reconciled_position (name, transaction_id, global_index) values ('relay', ?, ?)",
                    comparison.transactionId,
                    comparison.globalIndex);
            for (TopicPartition partition : partitions) {
                Tally stored = comparison.stored.getOrDefault(partition, Tally.NONE);
                Tally published = comparison.published.getOrDefault(partition, Tally.NONE);
                jdbc.update(
                        """
                        insert into reconciled_partition (topic, partition, stored_events, stored_digest,
                            published_events, published_digest, next_offset)
                        values (?, ?, ?, ?, ?, ?, ?)""",
                        partition.topic(),
                        partition.partition(),
                        stored.events(),
                        stored.digest(),
                        published.events(),
                        published.digest(),
                        comparison.nextOffset(partition));
            }
        });
    }
}
