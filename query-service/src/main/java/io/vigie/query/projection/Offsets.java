package io.vigie.query.projection;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.springframework.jdbc.core.JdbcTemplate;

/** The offsets in the database: the only ones that count. */
public final class Offsets {

    private Offsets() {}

    /** Where these partitions go on; those never seen begin at 0. */
    public static Map<TopicPartition, Long> load(JdbcTemplate jdbc, Collection<TopicPartition> partitions) {
        Map<TopicPartition, Long> next = new HashMap<>();
        partitions.forEach(partition -> next.put(partition, 0L));
        all(jdbc).forEach(next::replace);
        return next;
    }

    /** Where every partition that was ever seen goes on. */
    public static Map<TopicPartition, Long> all(JdbcTemplate jdbc) {
        Map<TopicPartition, Long> next = new HashMap<>();
        jdbc.query("select topic, partition, next_offset from projection_offset", row -> {
            next.put(new TopicPartition(row.getString(1), row.getInt(2)), row.getLong(3));
        });
        return next;
    }

    /** How many records of each topic the views have handled, by all instances. */
    public static Map<String, Long> records(JdbcTemplate jdbc) {
        Map<String, Long> records = new HashMap<>();
        jdbc.query("select topic, sum(records) from projection_offset group by topic", row -> {
            records.put(row.getString(1), row.getLong(2));
        });
        return records;
    }

    /**
     * Where these partitions go on, each with the epoch of the leader who took the record before: by it the broker can
     * tell whether it still has that record, or another one in its place.
     */
    static Map<TopicPartition, OffsetAndMetadata> places(JdbcTemplate jdbc, Collection<TopicPartition> partitions) {
        Map<TopicPartition, OffsetAndMetadata> places = new HashMap<>();
        partitions.forEach(partition -> places.put(partition, new OffsetAndMetadata(0)));
        jdbc.query("select topic, partition, next_offset, leader_epoch from projection_offset", row -> {
            places.replace(
                    new TopicPartition(row.getString(1), row.getInt(2)),
                    new OffsetAndMetadata(row.getLong(3), Optional.ofNullable(row.getObject(4, Integer.class)), ""));
        });
        return places;
    }

    /** Makes sure that there is a row for each, to be compared and set. */
    static void begin(JdbcTemplate jdbc, Collection<TopicPartition> partitions) {
        List<TopicPartition> ordered = ordered(partitions);
        jdbc.update(
                "insert into projection_offset (topic, partition, next_offset)"
                        + " select topic, partition, 0 from unnest(?::text[], ?::int4[]) as p(topic, partition)"
                        + " on conflict do nothing",
                ordered.stream().map(TopicPartition::topic).toArray(String[]::new),
                ordered.stream().map(TopicPartition::partition).toArray(Integer[]::new));
    }

    /**
     * Moves on, never back, where nobody else did in the meantime.
     *
     * @param records how many records lie between, which offsets alone don't tell: there are marks of transactions
     * @throws Overtaken when somebody did
     */
    static void advance(
            JdbcTemplate jdbc,
            Map<TopicPartition, Long> from,
            Map<TopicPartition, OffsetAndMetadata> to,
            Map<TopicPartition, Long> records) {
        List<TopicPartition> ordered = ordered(to.keySet());
        List<OffsetAndMetadata> places = ordered.stream().map(to::get).toList();
        int moved = jdbc.update(
                "update projection_offset o set next_offset = n.next, leader_epoch = n.epoch,"
                        + " records = o.records + n.records"
                        + " from unnest(?::text[], ?::int4[], ?::int8[], ?::int8[], ?::int4[], ?::int8[])"
                        + " as n(topic, partition, expected, next, epoch, records)"
                        + " where o.topic = n.topic and o.partition = n.partition and o.next_offset = n.expected"
                        + " and n.next >= n.expected",
                ordered.stream().map(TopicPartition::topic).toArray(String[]::new),
                ordered.stream().map(TopicPartition::partition).toArray(Integer[]::new),
                ordered.stream().map(from::get).toArray(Long[]::new),
                places.stream().map(OffsetAndMetadata::offset).toArray(Long[]::new),
                places.stream().map(place -> place.leaderEpoch().orElse(null)).toArray(Integer[]::new),
                ordered.stream().map(records::get).toArray(Long[]::new));
        if (moved != ordered.size()) {
            throw new Overtaken();
        }
    }

    private static List<TopicPartition> ordered(Collection<TopicPartition> partitions) {
        return partitions.stream()
                .sorted(Comparator.comparing(TopicPartition::topic).thenComparing(TopicPartition::partition))
                .toList();
    }

    /** Another consumer has handled these records already: this one has lost its partitions without knowing. */
    static final class Overtaken extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Overtaken() {
            super("another consumer moved the offsets on");
        }
    }
}
