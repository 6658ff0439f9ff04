package io.vigie.benchmarks.imports;

import io.vigie.benchmarks.Bench;
import io.vigie.benchmarks.Figure;
import io.vigie.benchmarks.Measurement;
import io.vigie.benchmarks.clients.SampleClient;
import io.vigie.benchmarks.load.Credentials;
import io.vigie.benchmarks.load.HttpConnection;
import io.vigie.benchmarks.load.Outcome;
import io.vigie.benchmarks.process.RunningProgram;
import io.vigie.benchmarks.rows.RawInserts;
import io.vigie.benchmarks.servers.RelayOnStandby;
import io.vigie.benchmarks.servers.Servers;
import io.vigie.benchmarks.servers.Servers.Database;
import io.vigie.benchmarks.servers.VigieProgram;
import io.vigie.benchmarks.statistics.Contest.Results;
import io.vigie.benchmarks.statistics.Target;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** From the first byte of the upload to the last row in the store; the peer has its rows ready. */
public final class ImportedClients implements Measurement {

    private static final int PEER_BATCH = 1_000;
    private static final long PATIENCE_NANOS = 120_000_000_000L;
    private static final String VIGIE = "vigie";
    private static final String STANDBY = "vigie, relay elsewhere";
    private static final String BATCHED = "batched inserts";

    private long next = 1;

    @Override
    public String name() {
        return "import";
    }

    @Override
    public String what() {
        return "clients per second from a file into the event store, against batched inserts of the same rows";
    }

    @Override
    public List<Figure> measure(Bench bench) throws Exception {
        int clients = bench.scale().batch();
        try (Servers servers = Servers.both(bench)) {
            Database ours = servers.database("vigie_events");
            try (VigieProgram vigie = VigieProgram.commandService(bench, servers, ours);
                    RelayOnStandby relay = new RelayOnStandby(ours);
                    Connection store = ours.connect()) {
                // Also gives the raw side its examples.
                imported(vigie, store, 1_000);
                try (RunningProgram raw = RawInserts.start(bench, servers.migrated("raw", "commands"), ours)) {
                    raw.ask("batched", 1_000, PEER_BATCH);
                    Results results = bench.contest()
                            .with(VIGIE, () -> imported(vigie, store, clients))
                            .with(BATCHED, () -> raw.rate("batched", clients, PEER_BATCH))
                            .run(bench.scale().warmUps(), bench.scale().rounds());
                    // Afterwards, so that it doesn't warm one side up more than the other.
                    Results elsewhere = bench.contest()
                            .with(STANDBY, () -> relay.during(() -> imported(vigie, store, clients)))
                            .run(1, bench.scale().rounds());
                    return List.of(
                            new Figure("import", results.median(VIGIE), "clients/s", Target.atLeast(5_000)),
                            Figure.of("import ÷ batched inserts", results.ratio(VIGIE, BATCHED), "×"),
                            Figure.of("batched inserts", results.median(BATCHED), "rows/s"),
                            Figure.of("import while another instance relays", elsewhere.median(STANDBY), "clients/s"));
                }
            }
        }
    }

    private double imported(VigieProgram vigie, Connection store, int clients) throws Exception {
        StringBuilder file = new StringBuilder(SampleClient.csvHeader()).append('\n');
        for (int row = 0; row < clients; row++) {
            file.append(new SampleClient(next++).csv()).append('\n');
        }
        long before = newest(store);
        long start = System.nanoTime();
        try (HttpConnection connection = vigie.connection(Credentials.AGENCY_MANAGER)) {
            HttpConnection.Answer answer = connection.post("/api/imports/clients", "text/csv", file.toString());
            if (answer.status() != 202) {
                throw new IOException("answered " + answer);
            }
            while (newest(store) < before + clients) {
                if (System.nanoTime() - start > PATIENCE_NANOS) {
                    throw new IOException("the import doesn't end: " + answer.body());
                }
                Thread.sleep(5);
            }
        }
        return new Outcome(clients, System.nanoTime() - start).perSecond();
    }

    private static long newest(Connection store) throws SQLException {
        try (PreparedStatement select =
                        store.prepareStatement("select coalesce(max(global_index), 0) from domain_event_entry");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
