package io.vigie.benchmarks.relay;

import io.vigie.benchmarks.Bench;
import io.vigie.benchmarks.Figure;
import io.vigie.benchmarks.Measurement;
import io.vigie.benchmarks.clients.SampleClient;
import io.vigie.benchmarks.load.Credentials;
import io.vigie.benchmarks.load.HttpConnection;
import io.vigie.benchmarks.load.Outcome;
import io.vigie.benchmarks.process.ClassPath;
import io.vigie.benchmarks.process.JavaProgram;
import io.vigie.benchmarks.process.RunningProgram;
import io.vigie.benchmarks.rows.StoredRow;
import io.vigie.benchmarks.servers.CommittedRecords;
import io.vigie.benchmarks.servers.Servers;
import io.vigie.benchmarks.servers.Servers.Database;
import io.vigie.benchmarks.servers.VigieProgram;
import io.vigie.benchmarks.statistics.Contest.Results;
import io.vigie.benchmarks.statistics.Target;
import io.vigie.contracts.Topics;
import io.vigie.contracts.progress.RelayProgress;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** The same rows of the same table, stored beforehand; Vigie's relay gets to see them all at once. */
public final class RelayedEvents implements Measurement {

    private static final int EXAMPLES = 200;
    private static final String VIGIE = "vigie";
    private static final String PLAIN = "plain";

    private final JsonMapper json = JsonMapper.builder().build();
    private long expected;
    private long stored;
    private long relayed;
    private long passed;

    @Override
    public String name() {
        return "relay";
    }

    @Override
    public String what() {
        return "events from store to topic, against a plain SQL read plus producer";
    }

    @Override
    public List<Figure> measure(Bench bench) throws Exception {
        int events = bench.scale().batch() * 2;
        try (Servers servers = Servers.both(bench)) {
            Database store = servers.database("vigie_events");
            try (VigieProgram vigie = VigieProgram.commandService(bench, servers, store);
                    Connection examples = store.connect();
                    HeldBack heldBack = new HeldBack(store);
                    CommittedRecords progress = new CommittedRecords(servers, Topics.RELAY_PROGRESS.name(), 1)) {
                registerExamples(vigie);
                awaitSent(progress, EXAMPLES);
                List<StoredRow> rows = StoredRow.in(examples, EXAMPLES);
                servers.createTopic(PlainRelay.TOPIC);
                try (RunningProgram plain = plain(bench, servers, store)) {
                    plain.ask(EXAMPLES);
                    Results results = bench.contest()
                            .with(VIGIE, () -> relayed(heldBack, rows, events, progress))
                            .with(PLAIN, () -> passed(heldBack, rows, events, plain))
                            .run(bench.scale().warmUps(), bench.scale().rounds());
                    return List.of(
                            new Figure(
                                    "relay ÷ plain read and producer",
                                    results.ratio(VIGIE, PLAIN),
                                    "×",
                                    Target.atLeast(0.5)),
                            Figure.of("relay", results.median(VIGIE), "events/s"),
                            Figure.of("plain read and producer", results.median(PLAIN), "events/s"));
                }
            }
        }
    }

    private static void registerExamples(VigieProgram vigie) throws IOException {
        try (HttpConnection connection = vigie.connection(Credentials.AGENCY_MANAGER)) {
            for (int number = 0; number < EXAMPLES; number++) {
                connection.post("/api/clients", "application/json", new SampleClient(number).json());
            }
        }
    }

    private static RunningProgram plain(Bench bench, Servers servers, Database store)
            throws IOException, InterruptedException {
        return bench.start(new JavaProgram(
                        "plain-relay",
                        ClassPath.own(),
                        PlainRelay.class.getName(),
                        List.of("-Xmx256m"),
                        List.of(servers.bootstrapServers()),
                        store.environment()))
                .awaitReady();
    }

    private double relayed(HeldBack heldBack, List<StoredRow> rows, int events, CommittedRecords progress)
            throws Exception {
        relayed += events;
        store(heldBack, rows, events, relayed);
        long start = System.nanoTime();
        heldBack.release();
        awaitSent(progress, events);
        return new Outcome(events, System.nanoTime() - start).perSecond();
    }

    private double passed(HeldBack heldBack, List<StoredRow> rows, int events, RunningProgram plain) throws Exception {
        passed += events;
        store(heldBack, rows, events, passed);
        return plain.rate(events);
    }

    /** Whoever comes first in a round stores for both; the peer knows no horizon. */
    private void store(HeldBack heldBack, List<StoredRow> rows, int events, long needed) throws SQLException {
        if (stored < needed) {
            heldBack.store(rows, events);
            stored += events;
        }
    }

    private void awaitSent(CommittedRecords progress, int more) throws IOException {
        expected += more;
        while (json.readValue(progress.next().value(), RelayProgress.class).sent() < expected) {
            // Not yet all.
        }
    }
}
