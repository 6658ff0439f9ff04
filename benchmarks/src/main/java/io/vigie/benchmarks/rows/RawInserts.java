package io.vigie.benchmarks.rows;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.vigie.benchmarks.Bench;
import io.vigie.benchmarks.load.Busy;
import io.vigie.benchmarks.load.Outcome;
import io.vigie.benchmarks.process.ClassPath;
import io.vigie.benchmarks.process.Contender;
import io.vigie.benchmarks.process.JavaProgram;
import io.vigie.benchmarks.process.RunningProgram;
import io.vigie.benchmarks.servers.Servers.Database;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * Inserts rows like those of another store with nothing but JDBC. Asked {@code single MILLIS THREADS} it commits each
 * row, asked {@code batched ROWS BATCH} it commits batches of one connection.
 */
public final class RawInserts {

    private static final int EXAMPLES = 500;

    private final HikariDataSource pool;
    private final List<StoredRow> examples;

    private RawInserts(HikariDataSource pool, List<StoredRow> examples) {
        this.pool = pool;
        this.examples = examples;
    }

    /** Starts it on a migrated database, with examples from a store that has some. */
    public static RunningProgram start(Bench bench, Database own, Database examples)
            throws IOException, InterruptedException {
        return bench.start(new JavaProgram(
                        "raw-inserts",
                        ClassPath.own(),
                        RawInserts.class.getName(),
                        List.of("-Xmx256m"),
                        List.of(examples.url()),
                        own.environment()))
                .awaitReady();
    }

    /** Takes the address of the store that the examples come from. */
    public static void main(String[] args) throws Exception {
        Database own = Database.ofEnvironment();
        HikariConfig settings = new HikariConfig();
        settings.setJdbcUrl(own.url() + "?reWriteBatchedInserts=true&prepareThreshold=3");
        settings.setUsername(own.user());
        settings.setPassword(own.password());
        settings.setMaximumPoolSize(16);
        List<StoredRow> examples;
        try (Connection other = DriverManager.getConnection(args[0], own.user(), own.password())) {
            examples = StoredRow.in(other, EXAMPLES);
        }
        RawInserts inserts = new RawInserts(new HikariDataSource(settings), examples);
        Contender.serve(words -> (words.get(0).equals("single")
                        ? inserts.single(
                                Duration.ofMillis(Long.parseLong(words.get(1))), Integer.parseInt(words.get(2)))
                        : inserts.batched(Integer.parseInt(words.get(1)), Integer.parseInt(words.get(2))))
                .words());
    }

    private Outcome single(Duration duration, int threads) throws Exception {
        List<Busy.Step> steps = IntStream.range(0, threads)
                .<Busy.Step>mapToObj(thread -> this::insertOne)
                .toList();
        return Busy.loops(steps, duration);
    }

    private void insertOne() throws Exception {
        try (Connection connection = pool.getConnection();
                PreparedStatement insert = connection.prepareStatement(StoredRow.INSERT)) {
            example().set(insert);
            insert.executeUpdate();
        }
    }

    private Outcome batched(int rows, int batch) throws Exception {
        long start = System.nanoTime();
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement insert = connection.prepareStatement(StoredRow.INSERT)) {
                for (int row = 1; row <= rows; row++) {
                    example().set(insert);
                    insert.addBatch();
                    if (row % batch == 0 || row == rows) {
                        insert.executeBatch();
                        connection.commit();
                    }
                }
            }
        }
        return new Outcome(rows, System.nanoTime() - start);
    }

    private StoredRow example() {
        return examples.get(ThreadLocalRandom.current().nextInt(examples.size()));
    }
}
