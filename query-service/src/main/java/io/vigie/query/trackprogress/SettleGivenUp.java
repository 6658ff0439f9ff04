package io.vigie.query.trackprogress;

import io.vigie.contracts.Topics;
import io.vigie.query.platform.TopicSettings;
import io.vigie.query.projection.Feeds;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Finds out from when on nobody has to wait for what scoring gave up: when the views have every score that was written
 * before. A dead letter is committed together with the scores that scoring gave until then, on the partition of the same
 * number, so whoever sees the letter finds them in front of that partition's end.
 */
@Component
final class SettleGivenUp implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SettleGivenUp.class);
    private static final long PACE_MILLIS = 200;
    private static final Duration POLL = Duration.ofMillis(100);
    private static final long PATIENCE_SECONDS = 5;

    private final JdbcTemplate jdbc;
    private final KafkaProperties kafka;
    private final Feeds feeds;
    private final TopicSettings topics;
    private volatile boolean running;
    private Thread thread = new Thread(this::run, "given-up-events");

    SettleGivenUp(JdbcTemplate jdbc, KafkaProperties kafka, Feeds feeds, TopicSettings topics) {
        this.jdbc = jdbc;
        this.kafka = kafka;
        this.feeds = feeds;
        this.topics = topics;
    }

    /**
     * An event that was given up, and has no later one that was scored.
     *
     * @param partition of it, and of the scores
     * @param next offset behind it
     * @param scoresNext where the views go on with the scores of that partition
     */
    private record GivenUp(int partition, long next, long scoresNext) {}

    private void run() {
        while (running) {
            try {
                List<GivenUp> unsettled = unsettled();
                if (!unsettled.isEmpty()) {
                    settle(unsettled);
                }
                Thread.sleep(PACE_MILLIS);
            } catch (RuntimeException unavailable) {
                LOG.warn(
                        "Whether scores are missing before what scoring gave up can't be seen yet: {}",
                        unavailable.getClass().getSimpleName());
                pause();
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }

    private List<GivenUp> unsettled() {
        return jdbc.query(
                "select g.partition, g.next_offset, coalesce(o.next_offset, 0) from given_up_offset g"
                        + " left join scored_offset s using (partition)"
                        + " left join projection_offset o on o.topic = ? and o.partition = g.partition"
                        + " where g.next_offset > greatest(g.settled_offset, coalesce(s.next_offset, 0))"
                        + " and g.partition < ?",
                (row, number) -> new GivenUp(row.getInt(1), row.getLong(2), row.getLong(3)),
                Topics.CLIENT_SCORES.name(),
                topics.partitions());
    }

    private void settle(List<GivenUp> unsettled) throws InterruptedException {
        Map<String, Object> settings = feeds.settings();
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "vigie-query-given-up");
        try (Admin admin = Admin.create(kafka.buildAdminProperties());
                KafkaConsumer<byte[], byte[]> consumer =
                        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            for (GivenUp one : unsettled) {
                settle(one, admin, consumer);
            }
        }
    }

    private void settle(GivenUp one, Admin admin, KafkaConsumer<byte[], byte[]> consumer) throws InterruptedException {
        try {
            if (isComplete(one, admin, consumer)) {
                settled(one);
            }
        } catch (ExecutionException | TimeoutException unavailable) {
            LOG.warn(
                    "The end of the scores' partition {} can't be seen yet: {}",
                    one.partition(),
                    unavailable.getClass().getSimpleName());
        }
    }

    /** Whether no score lies between where the views go on and the end, transactions that are not yet decided included. */
    private boolean isComplete(GivenUp one, Admin admin, KafkaConsumer<byte[], byte[]> consumer)
            throws ExecutionException, InterruptedException, TimeoutException {
        TopicPartition scores = new TopicPartition(Topics.CLIENT_SCORES.name(), one.partition());
        long end = admin.listOffsets(Map.of(scores, OffsetSpec.latest()))
                .partitionResult(scores)
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .offset();
        consumer.assign(Set.of(scores));
        consumer.seek(scores, one.scoresNext());
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (consumer.position(scores) < end) {
            if (!consumer.poll(POLL).isEmpty() || System.nanoTime() - until > 0) {
                return false;
            }
        }
        return true;
    }

    /** Unless the views were built again in the meantime, and haven't come as far. */
    private void settled(GivenUp one) {
        jdbc.update(
                "update given_up_offset g set settled_offset = greatest(g.settled_offset, ?) where g.partition = ?"
                        + " and (? = 0 or exists (select 1 from projection_offset o where o.topic = ?"
                        + " and o.partition = g.partition and o.next_offset >= ?))",
                one.next(),
                one.partition(),
                one.scoresNext(),
                Topics.CLIENT_SCORES.name(),
                one.scoresNext());
    }

    private static void pause() {
        try {
            Thread.sleep(PACE_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void start() {
        running = true;
        thread = new Thread(this::run, "given-up-events");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void stop() {
        running = false;
        thread.interrupt();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
