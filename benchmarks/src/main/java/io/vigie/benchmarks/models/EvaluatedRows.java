package io.vigie.benchmarks.models;

import io.vigie.benchmarks.Bench;
import io.vigie.benchmarks.Figure;
import io.vigie.benchmarks.Measurement;
import io.vigie.benchmarks.clients.SampleClient;
import io.vigie.benchmarks.load.Credentials;
import io.vigie.benchmarks.load.Outcome;
import io.vigie.benchmarks.process.ClassPath;
import io.vigie.benchmarks.process.JavaProgram;
import io.vigie.benchmarks.process.RunningProgram;
import io.vigie.benchmarks.servers.Servers;
import io.vigie.benchmarks.servers.VigieProgram;
import io.vigie.benchmarks.statistics.Contest.Results;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file of clients over REST, from the first byte sent to the last one answered. */
public final class EvaluatedRows implements Measurement {

    private static final String VIGIE = "vigie";
    private static final String EVALUATOR = "evaluator";
    private static final String VERSION = "/api/models/churn/versions/1";
    private static final int ROWS_PER_EVENT = 50;
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    private final HttpClient client = HttpClient.newHttpClient();

    @Override
    public String name() {
        return "evaluations";
    }

    @Override
    public String what() {
        return "a million rows of CSV over REST, against the bare evaluator asked one record at a time";
    }

    @Override
    public List<Figure> measure(Bench bench) throws Exception {
        int rows = ROWS_PER_EVENT * bench.scale().batch();
        Path file = bench.folder().resolve("rows.csv");
        write(file, rows);
        try (Servers servers = Servers.both(bench)) {
            servers.createTopics();
            // The command-service hands the model out and makes the tokens.
            try (VigieProgram commands = VigieProgram.commandService(bench, servers, servers.database("vigie_events"));
                    VigieProgram queries = VigieProgram.start(
                            bench,
                            servers,
                            "query-service",
                            "io.vigie.query.QueryService",
                            servers.views(),
                            JavaProgram.LATE_TO_OPTIMISE.toArray(String[]::new));
                    RunningProgram evaluator = bench.start(
                                    JavaProgram.of(EVALUATOR, ClassPath.own(), AskedModel.class, ScoringStep.EVALUATOR))
                            .awaitReady()) {
                String token = servers.credentials().token(Credentials.AGENCY_MANAGER);
                awaitKnown(queries, token);
                Results results = bench.contest()
                        .with(VIGIE, () -> answered(queries, token, file, rows))
                        .with(
                                EVALUATOR,
                                () -> evaluator.rate(bench.scale().round().toMillis()))
                        .run(bench.scale().warmUps(), bench.scale().rounds());
                if (!commands.isAlive()) {
                    throw new IOException("the command-service has ended");
                }
                return List.of(
                        Figure.of("rows of CSV ÷ bare evaluator", results.ratio(VIGIE, EVALUATOR), "×"),
                        Figure.of("rows of CSV", results.median(VIGIE), "rows/s"),
                        Figure.of("bare evaluator", results.median(EVALUATOR), "records/s"));
            }
        }
    }

    private static void write(Path file, int rows) throws IOException {
        try (BufferedWriter text = Files.newBufferedWriter(file)) {
            text.write("Age,Total_Purchase,Account_Manager,Years,Num_Sites\n");
            for (int number = 0; number < rows; number++) {
                SampleClient row = new SampleClient(number);
                text.write(row.age() + "," + row.totalPurchase() + "," + number % 2 + "," + row.years() + ","
                        + row.numSites() + "\n");
            }
        }
    }

    private void awaitKnown(VigieProgram queries, String token) throws IOException, InterruptedException {
        long start = System.nanoTime();
        HttpRequest known = request(queries, VERSION, token).GET().build();
        while (client.send(known, BodyHandlers.discarding()).statusCode() != 200) {
            if (System.nanoTime() - start > PATIENCE_NANOS) {
                throw new IOException("the query-service doesn't get to know the model");
            }
            Thread.sleep(100);
        }
    }

    private double answered(VigieProgram queries, String token, Path file, int rows) throws Exception {
        HttpRequest asked = request(queries, VERSION + "/evaluations", token)
                .header("Content-Type", "text/csv")
                .header("Accept", "text/csv")
                .POST(BodyPublishers.ofFile(file))
                .build();
        long start = System.nanoTime();
        HttpResponse<InputStream> answer = client.send(asked, BodyHandlers.ofInputStream());
        long lines = 0;
        byte[] some = new byte[1 << 16];
        try (InputStream body = answer.body()) {
            for (int read = body.read(some); read >= 0; read = body.read(some)) {
                for (int index = 0; index < read; index++) {
                    lines += some[index] == '\n' ? 1 : 0;
                }
            }
        }
        Outcome outcome = new Outcome(rows, System.nanoTime() - start);
        if (answer.statusCode() != 200 || lines != rows + 1L) {
            throw new IOException(answer.statusCode() + " and " + lines + " lines");
        }
        return outcome.perSecond();
    }

    private static HttpRequest.Builder request(VigieProgram queries, String path, String token) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + queries.port() + path))
                .header("Authorization", "Bearer " + token);
    }
}
