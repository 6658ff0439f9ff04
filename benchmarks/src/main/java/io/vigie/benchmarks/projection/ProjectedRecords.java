package io.vigie.benchmarks.projection;

import io.vigie.benchmarks.Bench;
import io.vigie.benchmarks.Figure;
import io.vigie.benchmarks.Measurement;
import io.vigie.benchmarks.clients.PublishedEvents;
import io.vigie.benchmarks.clients.PublishedScores;
import io.vigie.benchmarks.clients.SampleClient;
import io.vigie.benchmarks.load.Outcome;
import io.vigie.benchmarks.process.ClassPath;
import io.vigie.benchmarks.process.JavaProgram;
import io.vigie.benchmarks.process.RunningProgram;
import io.vigie.benchmarks.servers.Burst;
import io.vigie.benchmarks.servers.Servers;
import io.vigie.benchmarks.servers.Servers.Database;
import io.vigie.benchmarks.servers.VigieProgram;
import io.vigie.benchmarks.statistics.Contest.Results;
import io.vigie.benchmarks.statistics.Target;
import io.vigie.contracts.Topics;
import io.vigie.contracts.client.ClientEvent;
import io.vigie.contracts.client.ClientEvent.ClientSitesChanged;
import java.io.IOException;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/** The same clients in every round, one more version of each: an event and its score. */
public final class ProjectedRecords implements Measurement {

    private static final String VIGIE = "vigie";
    private static final String UPSERTS = "batched upserts";

    private long version;

    @Override
    public String name() {
        return "projection";
    }

    @Override
    public String what() {
        return "events and scores from topic to views, against batched upserts of the same rows";
    }

    @Override
    public List<Figure> measure(Bench bench) throws Exception {
        int clients = bench.scale().batch() / 2;
        try (Servers servers = Servers.both(bench)) {
            servers.createTopics();
            Database views = servers.views();
            Database own = servers.migrated("upserts", "views");
            try (VigieProgram vigie = VigieProgram.start(
                            bench,
                            servers,
                            "query-service",
                            "io.vigie.query.QueryService",
                            views,
                            JavaProgram.LATE_TO_OPTIMISE.toArray(String[]::new));
                    RunningProgram upserts = upserts(bench, own, views);
                    Burst burst = new Burst(servers);
                    Connection watch = views.connect()) {
                Results results = bench.contest()
                        .with(VIGIE, () -> projected(burst, watch, clients))
                        .with(UPSERTS, () -> upserts.rate(version))
                        .run(bench.scale().warmUps(), bench.scale().rounds());
                if (!vigie.isAlive()) {
                    throw new IOException("the query-service has ended");
                }
                return List.of(
                        new Figure(
                                "projection ÷ batched upserts",
                                results.ratio(VIGIE, UPSERTS),
                                "×",
                                Target.atLeast(0.4)),
                        Figure.of("projection", results.median(VIGIE), "records/s"),
                        Figure.of("batched upserts", results.median(UPSERTS), "records/s"));
            }
        }
    }

    private static RunningProgram upserts(Bench bench, Database own, Database views)
            throws IOException, InterruptedException {
        return bench.start(new JavaProgram(
                        "batched-upserts",
                        ClassPath.own(),
                        BatchedUpserts.class.getName(),
                        List.of("-Xmx512m"),
                        List.of(views.url()),
                        own.environment()))
                .awaitReady();
    }

    private double projected(Burst burst, Connection watch, int clients) throws Exception {
        version++;
        Map<TopicPartition, Long> ends =
                burst.publish(IntStream.range(0, clients).boxed().flatMap(this::records));
        long start = System.nanoTime();
        CoveredOffsets.await(watch, ends);
        return new Outcome(2L * clients, System.nanoTime() - start).perSecond();
    }

    private Stream<ProducerRecord<String, byte[]>> records(int number) {
        String id = "client-%08d".formatted(number);
        SampleClient client = new SampleClient(number);
        ClientEvent event = version == 1 ? client.registered(id) : new ClientSitesChanged(id, (int) (version % 12));
        ProducerRecord<String, byte[]> published =
                PublishedEvents.on(Topics.CLIENT_EVENTS.name(), Servers.PARTITIONS, event, version);
        return Stream.of(published, PublishedScores.of(published, version));
    }
}
