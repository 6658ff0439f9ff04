package io.vigie.query.rebuild;

import com.zaxxer.hikari.HikariDataSource;
import io.vigie.query.platform.TopicSettings;
import io.vigie.query.projection.Feeds;
import io.vigie.query.projection.Offsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * One rebuild, from the empty tables to the swap. Leaves the live views as they are unless it comes to its end.
 *
 * <p>The live projections are held up twice, each time for as long as the last few records take: once to have both views
 * at the same offsets for a snapshot to compare, once to swap. The comparison itself, which takes its time with a long
 * history, holds up nobody: it reads a snapshot, and a transaction that only reads or locks a table in this mode has no
 * transaction id, so nothing that reads behind the oldest open one waits for it. Only the renaming has one, for
 * milliseconds.
 */
final class Rebuilding {

    private static final String LIVE = "views";
    private static final int FAR = 2_000;
    private static final int MOST_ROUNDS = 20;
    private static final int MOST_SILENCE = 50;

    private final HikariDataSource live;
    private final Turn turn;
    private final Feeds feeds;
    private final NextViews.Tracks tracks;
    private final TopicSettings topics;
    private final Clock clock;
    private final boolean dryRun;
    private final Telling telling;

    Rebuilding(
            HikariDataSource live,
            Turn turn,
            Feeds feeds,
            NextViews.Tracks tracks,
            TopicSettings topics,
            Clock clock,
            boolean dryRun,
            Telling telling) {
        this.live = live;
        this.turn = turn;
        this.feeds = feeds;
        this.tracks = tracks;
        this.topics = topics;
        this.clock = clock;
        this.dryRun = dryRun;
        this.telling = telling;
    }

    /** Does it all; throws when it could not. */
    void run() throws SQLException {
        Comparison comparison = rebuild();
        if (!dryRun && feeds.broken() != null) {
            feeds.restart();
        }
        telling.that(before -> before.completed(comparison, clock.instant()));
    }

    private Comparison rebuild() throws SQLException {
        try (NextViews next = new NextViews(live, tracks, clock);
                History history = new History(feeds.settings(), topics)) {
            next.begin(history.all());
            carry(next, history, history.happened(), goal(history));
            catchUp(next, history);
            telling.that(RebuildReport::comparing);
            Comparison comparison = compare(next, history);
            if (dryRun) {
                next.empty();
                return comparison;
            }
            catchUp(next, history);
            try (Unlimited held = Unlimited.begin(turn.connection())) {
                meet(held, next, history);
                Swap.swap(held.jdbc(), LIVE);
                held.commit();
            }
            Swap.clear(turn.jdbc());
            return comparison;
        }
    }

    private Comparison compare(NextViews next, History history) throws SQLException {
        try (Connection reader = live.getConnection();
                Unlimited snapshot = Unlimited.snapshot(reader)) {
            try (Unlimited held = Unlimited.begin(turn.connection())) {
                meet(held, next, history);
                snapshot.jdbc().execute("select 1");
            }
            return Comparison.of(snapshot.jdbc(), LIVE, NextViews.SCHEMA);
        }
    }

    /** Holds up the live projections at their offsets, and goes there too. */
    private void meet(Unlimited held, NextViews next, History history) {
        held.jdbc().execute("set local lock_timeout = '20s'");
        held.jdbc().execute("lock table " + LIVE + ".projection_offset in exclusive mode");
        carry(next, history, history.all(), goal(history));
        demandEqual(Offsets.all(held.jdbc()), next.offsets(history.all()));
    }

    /** Until little is missing: what happened, with what was decided about it. */
    private void catchUp(NextViews next, History history) {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            if (carry(next, history, history.all(), goal(history)) < FAR) {
                return;
            }
        }
    }

    /** Never ahead of the live views: at the end both must be at the same offsets. */
    private Map<TopicPartition, Long> goal(History history) {
        Map<TopicPartition, Long> ends = history.ends();
        Map<TopicPartition, Long> goal = Offsets.all(turn.jdbc());
        goal.replaceAll((partition, offset) -> Math.min(offset, ends.getOrDefault(partition, 0L)));
        return goal;
    }

    /** Carries these partitions up to offsets; returns how many records that took. */
    private long carry(
            NextViews next, History history, Set<TopicPartition> partitions, Map<TopicPartition, Long> until) {
        long before = next.processed();
        long total = until.values().stream().mapToLong(Long::longValue).sum();
        Map<TopicPartition, Long> at = next.offsets(history.all());
        int idle = 0;
        while (isBehind(partitions, at, until) && idle < MOST_SILENCE) {
            List<ConsumerRecord<byte[], byte[]>> records = history.read(partitions, at, until);
            next.handle(records);
            for (ConsumerRecord<byte[], byte[]> one : records) {
                at.merge(new TopicPartition(one.topic(), one.partition()), one.offset() + 1, Math::max);
            }
            until.forEach((partition, end) -> {
                if (partitions.contains(partition) && !history.isBehind(partition, end)) {
                    at.merge(partition, end, Math::max);
                }
            });
            idle = records.isEmpty() ? idle + 1 : 0;
            telling.at(next.processed(), total);
        }
        if (isBehind(partitions, at, until)) {
            throw new IllegalStateException("Kafka gives no more records although there are some");
        }
        return next.processed() - before;
    }

    private static boolean isBehind(
            Set<TopicPartition> partitions, Map<TopicPartition, Long> at, Map<TopicPartition, Long> until) {
        return partitions.stream()
                .anyMatch(partition -> at.getOrDefault(partition, 0L) < until.getOrDefault(partition, 0L));
    }

    private void demandEqual(Map<TopicPartition, Long> stored, Map<TopicPartition, Long> rebuilt) {
        if (feeds.broken() == null) {
            stored.forEach((partition, offset) -> {
                if (!offset.equals(rebuilt.getOrDefault(partition, 0L))) {
                    throw new IllegalStateException("the live views are still behind in " + partition);
                }
            });
        }
    }
}
