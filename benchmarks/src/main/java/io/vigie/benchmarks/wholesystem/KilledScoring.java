package io.vigie.benchmarks.wholesystem;

import io.vigie.benchmarks.Bench;
import io.vigie.benchmarks.Figure;
import io.vigie.benchmarks.Measurement;
import io.vigie.benchmarks.clients.SampleClient;
import io.vigie.benchmarks.load.Credentials;
import io.vigie.benchmarks.load.HttpConnection;
import io.vigie.benchmarks.load.HttpConnection.Answer;
import io.vigie.benchmarks.statistics.Samples;
import io.vigie.benchmarks.statistics.Target;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From kill -9 of scoring-streams until the risk of a client can be read that was registered right after. */
public final class KilledScoring implements Measurement {

    private static final int KILLS = 3;
    private static final int CLIENTS_BEFORE = 2_000;
    private static final long PATIENCE_NANOS = 120_000_000_000L;

    private final JsonMapper json = JsonMapper.builder().build();

    @Override
    public String name() {
        return "recovery";
    }

    @Override
    public String what() {
        return "kill -9 of scoring to its next readable score on the whole running system";
    }

    @Override
    public List<Figure> measure(Bench bench) throws Exception {
        List<Double> seconds;
        try (RunningVigie vigie = new RunningVigie(bench)) {
            vigie.up();
            try (HttpConnection connection = vigie.connection(Credentials.AGENCY_MANAGER)) {
                seconds = recoveries(bench, vigie, connection);
            }
        }
        return List.of(new Figure(
                "kill -9 of scoring to the next score, most of " + KILLS,
                Samples.of(seconds).most(),
                "s",
                Target.atMost(15)));
    }

    /** Seconds of each kill. */
    private List<Double> recoveries(Bench bench, RunningVigie vigie, HttpConnection connection) throws Exception {
        List<Double> seconds = new ArrayList<>();
        for (int number = 0; number < CLIENTS_BEFORE; number++) {
            registered(connection, number);
        }
        readable(connection, registered(connection, CLIENTS_BEFORE));
        for (int kill = 1; kill <= KILLS; kill++) {
            bench.progress().println("  kill " + kill);
            ProcessHandle killed = scoring(vigie);
            killed.destroyForcibly();
            killed.onExit().get(10, TimeUnit.SECONDS);
            long start = System.nanoTime();
            readable(connection, registered(connection, CLIENTS_BEFORE + kill));
            seconds.add((System.nanoTime() - start) / 1e9);
            if (scoring(vigie).equals(killed)) {
                throw new IOException("the process that was killed goes on");
            }
        }
        return seconds;
    }

    private static ProcessHandle scoring(RunningVigie vigie) throws IOException {
        List<ProcessHandle> found = Processes.of(vigie.data(), "scoring-streams");
        if (found.size() != 1) {
            throw new IOException(found.size() + " processes score");
        }
        return found.get(0);
    }

    private String registered(HttpConnection connection, int number) throws IOException {
        Answer answer = connection.post("/api/clients", "application/json", new SampleClient(number).json());
        if (answer.status() != 201) {
            throw new IOException("the command was answered " + answer);
        }
        JsonNode told = json.readTree(answer.body());
        return "/api/clients/" + told.path("clientId").asString() + "?await=score&consistencyToken="
                + told.path("consistencyToken").asString();
    }

    private void readable(HttpConnection connection, String path) throws IOException {
        long start = System.nanoTime();
        Answer answer = connection.get(path);
        while (answer.status() == 503 && System.nanoTime() - start < PATIENCE_NANOS) {
            answer = connection.get(path);
        }
        if (answer.status() != 200 || !json.readTree(answer.body()).path("risk").isObject()) {
            throw new IOException("the risk was answered " + answer);
        }
    }
}
