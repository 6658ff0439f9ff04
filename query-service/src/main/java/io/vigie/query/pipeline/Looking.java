package io.vigie.query.pipeline;

import io.vigie.contracts.progress.RelayProgress;
import io.vigie.query.pipeline.KafkaStanding.Members;
import io.vigie.query.pipeline.Pipeline.Edge;
import io.vigie.query.pipeline.Pipeline.Latencies;
import io.vigie.query.pipeline.Pipeline.PartStanding;
import io.vigie.query.pipeline.Pipeline.PartitionStanding;
import io.vigie.query.pipeline.Pipeline.PerSecond;
import io.vigie.query.pipeline.Pipeline.Stage;
import io.vigie.query.pipeline.Samples.Sample;
import io.vigie.query.platform.TopicSettings;
import io.vigie.query.projection.Delays;
import io.vigie.query.projection.Offsets;
import io.vigie.query.trackprogress.Behind;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Puts together what the database, Kafka, the relay's positions and this instance know. */
@Component
final class Looking {

    private static final String STORE = "store";
    private static final String RELAY = "relay";

    private final JdbcTemplate jdbc;
    private final RecentEvents recent;
    private final AskKafka kafka;
    private final Behind behind;
    private final Delays delays;
    private final TakeSamples taken;
    private final int partitions;

    Looking(DataSource views, AskKafka kafka, Behind behind, Delays delays, TakeSamples taken, TopicSettings topics) {
        this.jdbc = new JdbcTemplate(views);
        this.recent = new RecentEvents(jdbc);
        this.kafka = kafka;
        this.behind = behind;
        this.delays = delays;
        this.taken = taken;
        this.partitions = topics.partitions();
    }

    /** Not for several threads at once. */
    Pipeline look(Instant now) {
        // First, so that nobody seems to be further than what there is.
        Readers readers = readers();
        List<PartitionStanding> standings = readers.all(partitions);
        RelayProgress relay = behind.relay().orElse(null);
        return new Pipeline(
                now,
                readers.knowKafka() ? "available" : "unavailable",
                stages(now, relay, standings),
                edges(relay, readers, standings),
                new Latencies(delays.untilReceived(), recent.untilScored(now), delays.untilReadable()),
                standings,
                List.of(
                        new PartStanding(RELAY, null, relay == null ? null : relay.publishedAt()),
                        part(Readers.SCORING, readers.scoring()),
                        part(Readers.PROJECTION, readers.projection())));
    }

    private Readers readers() {
        Map<Integer, Long> scored = new HashMap<>();
        jdbc.query("select partition, next_offset from scored_offset", row -> {
            scored.put(row.getInt(1), row.getLong(2));
        });
        return new Readers(behind.relay().orElse(null), kafka.standing().orElse(null), scored, Offsets.all(jdbc));
    }

    private List<Stage> stages(Instant now, @Nullable RelayProgress relay, List<PartitionStanding> standings) {
        Samples samples = taken.samples();
        Sample latest = samples.latest();
        return List.of(
                part(STORE, null, recent.perSecond(now)),
                part(RELAY, relay == null ? null : relay.sent(), samples.of(Sample::relayed)),
                topic(Readers.EVENTS, standings),
                part(Readers.SCORING, latest == null ? null : latest.scores(), samples.of(Sample::scores)),
                topic(Readers.SCORES, standings),
                part(Readers.PROJECTION, latest == null ? null : latest.events(), samples.of(Sample::events)));
    }

    private static Stage part(String name, @Nullable Long records, PerSecond perSecond) {
        return new Stage(name, "part", records, perSecond);
    }

    private static Stage topic(String name, List<PartitionStanding> standings) {
        return new Stage(name, "topic", Readers.ends(standings, name), null);
    }

    /** What the relay and scoring write is on its topic in the transaction that says that they are so far. */
    private List<Edge> edges(@Nullable RelayProgress relay, Readers readers, List<PartitionStanding> standings) {
        Long unscored = relay == null
                ? null
                : Long.valueOf(behind.since(readers.scored()).toMillis());
        Long unread = relay == null ? null : Long.valueOf(behind.views().toMillis());
        return List.of(
                new Edge(STORE, RELAY, null, null),
                new Edge(RELAY, Readers.EVENTS, null, null),
                new Edge(
                        Readers.EVENTS,
                        Readers.SCORING,
                        Readers.waiting(standings, Readers.EVENTS, Readers.SCORING),
                        unscored),
                new Edge(Readers.SCORING, Readers.SCORES, null, null),
                new Edge(
                        Readers.SCORES,
                        Readers.PROJECTION,
                        Readers.waiting(standings, Readers.SCORES, Readers.PROJECTION),
                        null),
                new Edge(
                        Readers.EVENTS,
                        Readers.PROJECTION,
                        Readers.waiting(standings, Readers.EVENTS, Readers.PROJECTION),
                        unread));
    }

    private static PartStanding part(String name, @Nullable Members members) {
        return new PartStanding(
                name, members == null ? null : members.instances().size(), null);
    }
}
