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
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** One rebuild, from the empty schema to the swap. Leaves the live views as they are unless it comes to its end. */
final class Rebuilding {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuilding.class);
    private static final String LIVE = "views";
    private static final long LOCK = 0x5649474945L;
    private static final int FAR = 2_000;
    private static final int MOST_ROUNDS = 20;
    private static final int MOST_SILENCE = 50;

    private final HikariDataSource live;
    private final Feeds feeds;
    private final NextViews.Tracks tracks;
    private final TopicSettings topics;
    private final Clock clock;
    private final boolean dryRun;
    private final Consumer<UnaryOperator<RebuildReport>> report;

    Rebuilding(
            HikariDataSource live,
            Feeds feeds,
            NextViews.Tracks tracks,
            TopicSettings topics,
            Clock clock,
            boolean dryRun,
            Consumer<UnaryOperator<RebuildReport>> report) {
        this.live = live;
        this.feeds = feeds;
        this.tracks = tracks;
        this.topics = topics;
        this.clock = clock;
        this.dryRun = dryRun;
        this.report = report;
    }

    /** Does it all; throws when it could not. */
    void run() throws SQLException {
        Comparison comparison = rebuild();
        if (!dryRun && feeds.broken() != null) {
            feeds.restart();
        }
        // Not before the lock is free: whoever reads this may begin the next one.
        report.accept(before -> before.completed(comparison, clock.instant()));
    }

    private Comparison rebuild() throws SQLException {
        try (Connection guard = live.getConnection()) {
            JdbcTemplate own = new JdbcTemplate(new SingleConnectionDataSource(guard, true));
            if (!Boolean.TRUE.equals(own.queryForObject("select pg_try_advisory_lock(?)", Boolean.class, LOCK))) {
                throw new IllegalStateException("another instance rebuilds already");
            }
            try (NextViews next = new NextViews(live, tracks, clock);
                    History history = new History(feeds.settings(), topics)) {
                next.begin(history.all());
                catchUp(own, next, history);
                Comparison comparison = exchange(guard, own, next, history);
                if (!dryRun) {
                    clear(own);
                }
                return comparison;
            } finally {
                own.queryForObject("select pg_advisory_unlock(?)", Boolean.class, LOCK);
            }
        }
    }

    /** Until little is missing: first what happened, then with what was decided about it. */
    private void catchUp(JdbcTemplate own, NextViews next, History history) {
        carry(next, history, history.happened(), goal(own, history));
        for (int round = 0; round < MOST_ROUNDS; round++) {
            if (carry(next, history, history.all(), goal(own, history)) < FAR) {
                return;
            }
        }
    }

    /** Never ahead of the live views: at the end both must be at the same offsets. */
    private static Map<TopicPartition, Long> goal(JdbcTemplate own, History history) {
        Map<TopicPartition, Long> ends = history.ends();
        Map<TopicPartition, Long> goal = Offsets.all(own);
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
            idle = records.isEmpty() ? idle + 1 : 0;
            report.accept(running -> running.at(next.processed(), total));
        }
        return next.processed() - before;
    }

    private static boolean isBehind(
            Set<TopicPartition> partitions, Map<TopicPartition, Long> at, Map<TopicPartition, Long> until) {
        return partitions.stream()
                .anyMatch(partition -> at.getOrDefault(partition, 0L) < until.getOrDefault(partition, 0L));
    }

    /** Holds up the live projections at their offsets, goes there too, compares and, unless told not to, swaps. */
    private Comparison exchange(Connection guard, JdbcTemplate own, NextViews next, History history)
            throws SQLException {
        report.accept(RebuildReport::comparing);
        boolean autoCommit = guard.getAutoCommit();
        guard.setAutoCommit(false);
        try {
            own.execute("set local lock_timeout = '20s'");
            own.execute("lock table " + LIVE + ".projection_offset in exclusive mode");
            carry(next, history, history.all(), goal(own, history));
            demandEqual(Offsets.all(own), next.offsets(history.all()));
            Comparison comparison = Comparison.of(own, LIVE, NextViews.SCHEMA);
            if (dryRun) {
                guard.rollback();
                next.drop();
            } else {
                swap(own);
                guard.commit();
            }
            return comparison;
        } catch (SQLException | RuntimeException failure) {
            guard.rollback();
            throw failure;
        } finally {
            guard.setAutoCommit(autoCommit);
        }
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

    /**
     * Only names change, so nobody who reads is in the way. Whoever still writes by the old names finds offsets that no
     * record has, and starts over.
     */
    private static void swap(JdbcTemplate own) {
        own.execute("update " + NextViews.SCHEMA + ".parked_record n set reported = l.reported, parked_at = l.parked_at"
                + " from " + LIVE + ".parked_record l where l.track = n.track and l.subject = n.subject"
                + " and l.number = n.number and l.id = n.id");
        own.execute("alter schema " + LIVE + " rename to " + NextViews.FORMER);
        own.execute("alter schema " + NextViews.SCHEMA + " rename to " + LIVE);
        own.execute("update " + NextViews.FORMER + ".projection_offset set next_offset = -1");
    }

    /** Drops what was live, once nobody reads it any more; the next rebuild does where that takes too long. */
    private static void clear(JdbcTemplate own) {
        try {
            for (int patience = 0; patience < 100; patience++) {
                Long readers = own.queryForObject(
                        "select count(*) from pg_locks l join pg_class c on c.oid = l.relation"
                                + " join pg_namespace n on n.oid = c.relnamespace where n.nspname = ?",
                        Long.class,
                        NextViews.FORMER);
                if (readers != null && readers == 0) {
                    own.execute("drop schema " + NextViews.FORMER + " cascade");
                    return;
                }
                LockSupport.parkNanos(100_000_000);
            }
        } catch (DataAccessException notNow) {
            LOG.warn(
                    "The former views stay until the next rebuild: {}",
                    notNow.getClass().getSimpleName());
        }
    }
}
