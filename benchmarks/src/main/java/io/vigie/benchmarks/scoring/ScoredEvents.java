package io.vigie.benchmarks.scoring;

import io.vigie.benchmarks.Bench;
import io.vigie.benchmarks.Figure;
import io.vigie.benchmarks.Measurement;
import io.vigie.benchmarks.clients.PublishedEvents;
import io.vigie.benchmarks.clients.SampleClient;
import io.vigie.benchmarks.load.Outcome;
import io.vigie.benchmarks.process.ClassPath;
import io.vigie.benchmarks.process.JavaProgram;
import io.vigie.benchmarks.process.RunningProgram;
import io.vigie.benchmarks.servers.Burst;
import io.vigie.benchmarks.servers.CommittedRecords;
import io.vigie.benchmarks.servers.FirstModel;
import io.vigie.benchmarks.servers.Servers;
import io.vigie.benchmarks.servers.VigieProgram;
import io.vigie.benchmarks.statistics.Contest.Results;
import io.vigie.benchmarks.statistics.Target;
import io.vigie.contracts.Topics;
import io.vigie.contracts.client.ClientEvent.ClientSitesChanged;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;

/** New clients, each with a change behind it, so that every event is scored anew with its reasons. */
public final class ScoredEvents implements Measurement {

    /** What Vigie has while it is busy. */
    private static final String COMMIT_INTERVAL_MILLIS = "60";

    private static final String VIGIE = "vigie";
    private static final String PASS_THROUGH = "pass-through";

    @Override
    public String name() {
        return "scoring";
    }

    @Override
    public String what() {
        return "scoring with reasons, against a pass-through topology with a store, both exactly once";
    }

    @Override
    public List<Figure> measure(Bench bench) throws Exception {
        try (Servers servers = Servers.both(bench)) {
            servers.createTopics();
            FirstModel.handOut(servers);
            servers.createTopic(PassThrough.INPUT);
            servers.createTopic(PassThrough.OUTPUT);
            try (VigieProgram vigie = VigieProgram.start(
                            bench, servers, "scoring-streams", "io.vigie.scoring.ScoringStreams", null);
                    RunningProgram peer = passThrough(bench, servers);
                    Burst burst = new Burst(servers);
                    CommittedRecords scores =
                            new CommittedRecords(servers, Topics.CLIENT_SCORES.name(), Servers.PARTITIONS);
                    CommittedRecords passed = new CommittedRecords(servers, PassThrough.OUTPUT, Servers.PARTITIONS)) {
                int clients = bench.scale().batch() / 2;
                Results results = bench.contest()
                        .with(VIGIE, () -> handled(burst, Topics.CLIENT_EVENTS.name(), clients, scores))
                        .with(PASS_THROUGH, () -> handled(burst, PassThrough.INPUT, clients, passed))
                        .run(bench.scale().warmUps(), bench.scale().rounds());
                if (!vigie.isAlive() || !peer.isAlive()) {
                    throw new IOException("a contender has ended");
                }
                return List.of(
                        new Figure(
                                "scoring with reasons ÷ pass-through",
                                results.ratio(VIGIE, PASS_THROUGH),
                                "×",
                                Target.atLeast(0.5)),
                        Figure.of("scoring with reasons", results.median(VIGIE), "events/s"),
                        Figure.of("pass-through", results.median(PASS_THROUGH), "records/s"));
            }
        }
    }

    private static RunningProgram passThrough(Bench bench, Servers servers) throws IOException, InterruptedException {
        return bench.start(JavaProgram.of(
                        "pass-through",
                        ClassPath.own(),
                        PassThrough.class,
                        servers.bootstrapServers(),
                        bench.folder().resolve("streams-pass-through").toString(),
                        COMMIT_INTERVAL_MILLIS,
                        "1"))
                .awaitReady();
    }

    private static double handled(Burst burst, String topic, int clients, CommittedRecords output) throws Exception {
        burst.publish(IntStream.range(0, clients).boxed().flatMap(number -> events(topic, number)));
        long start = System.nanoTime();
        output.await(2L * clients);
        return new Outcome(2L * clients, System.nanoTime() - start).perSecond();
    }

    private static Stream<ProducerRecord<String, byte[]>> events(String topic, int number) {
        String id = UUID.randomUUID().toString();
        SampleClient client = new SampleClient(number);
        return Stream.of(
                PublishedEvents.on(topic, Servers.PARTITIONS, client.registered(id), 1),
                PublishedEvents.on(topic, Servers.PARTITIONS, new ClientSitesChanged(id, client.numSites() + 1), 2));
    }
}
