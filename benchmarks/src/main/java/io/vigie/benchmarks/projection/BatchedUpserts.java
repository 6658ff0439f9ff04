package io.vigie.benchmarks.projection;

import io.vigie.benchmarks.load.Outcome;
import io.vigie.benchmarks.process.Contender;
import io.vigie.benchmarks.servers.Servers.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Upserts the rows that the projection wrote, read beforehand, into tables of its own: one connection for events,
 * clients and facts, one for scores and risks, a batch in each transaction. The projection writes a fact in two parts, one with
 * the event and one with the score. Asked {@code VERSION} it does
 * the rows of that version.
 */
public final class BatchedUpserts {

    private static final int BATCH = 1_000;

    private final Connection examples;
    private final Connection events;
    private final Connection scores;

    private BatchedUpserts(Connection examples, Connection events, Connection scores) {
        this.examples = examples;
        this.events = events;
        this.scores = scores;
    }

    /** Takes the address of the database that has the rows. */
    public static void main(String[] args) throws Exception {
        Database own = Database.ofEnvironment();
        BatchedUpserts upserts = new BatchedUpserts(
                DriverManager.getConnection(args[0], own.user(), own.password()), connect(own), connect(own));
        Contender.serve(words -> upserts.write(words.get(0)).words());
    }

    private static Connection connect(Database own) throws Exception {
        Connection connection =
                DriverManager.getConnection(own.url() + "?reWriteBatchedInserts=true", own.user(), own.password());
        connection.setAutoCommit(false);
        return connection;
    }

    private Outcome write(String version) throws Exception {
        List<UpsertedRows> ofEvents = List.of(
                UpsertedRows.of(examples, "client_event", "client_id, version", "version = " + version),
                UpsertedRows.of(examples, "client_view", "client_id", "version = " + version),
                UpsertedRows.of(
                        examples,
                        "client_fact",
                        "client_id",
                        "client_id in (select client_id from views.client_view where version = " + version + ")"));
        List<UpsertedRows> ofScores = List.of(
                UpsertedRows.of(examples, "client_score", "client_id, score_sequence", "client_version = " + version),
                UpsertedRows.of(examples, "client_risk", "client_id", "client_version = " + version));
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            long start = System.nanoTime();
            Future<Long> first = threads.submit(() -> write(events, ofEvents));
            Future<Long> second = threads.submit(() -> write(scores, ofScores));
            return new Outcome(first.get() + second.get(), System.nanoTime() - start);
        } finally {
            threads.shutdown();
        }
    }

    private static long write(Connection views, List<UpsertedRows> tables) throws Exception {
        int most = tables.stream().mapToInt(table -> table.rows().size()).max().orElse(0);
        for (int from = 0; from < most; from += BATCH) {
            for (UpsertedRows table : tables) {
                table.write(views, from, from + BATCH);
            }
            views.commit();
        }
        return most;
    }
}
