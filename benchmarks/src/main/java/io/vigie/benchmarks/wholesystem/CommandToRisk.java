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
import io.vigie.benchmarks.statistics.WarmUp;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Commands begin 50 times a second whether or not earlier ones have ended, so that a stall shows in all that wait for it.
 * Everything goes through the edge.
 */
public final class CommandToRisk implements Measurement {

    private static final int PER_SECOND = 50;

    private static final int WAITING_AT_MOST = 200;

    private final JsonMapper json = JsonMapper.builder().build();
    private final Queue<HttpConnection> idle = new ConcurrentLinkedQueue<>();

    /** Milliseconds of one command: from its answer, and from when it should have begun, until the risk was read. */
    private record Taken(double sinceAccepted, double sinceIntended) {}

    @Override
    public String name() {
        return "freshness";
    }

    @Override
    public String what() {
        return "command accepted to risk readable at 50 commands/s on the whole running system";
    }

    @Override
    public List<Figure> measure(Bench bench) throws Exception {
        try (RunningVigie vigie = new RunningVigie(bench)) {
            vigie.up();
            Duration load = bench.scale().latency();
            WarmUp.Done warmUp = new WarmUp(bench.progress()).run(() -> sinceAccepted(commands(vigie, load)));
            bench.progress().println("  measured");
            List<Taken> taken = commands(vigie, load);
            Samples accepted = sinceAccepted(taken);
            Samples intended =
                    Samples.of(taken.stream().map(Taken::sinceIntended).toList());
            return List.of(
                    new Figure("accepted to readable, p50", accepted.median(), "ms", Target.atMost(80)),
                    new Figure("accepted to readable, p99", accepted.percentile(0.99), "ms", Target.atMost(250)),
                    Figure.of("accepted to readable, most", accepted.most(), "ms"),
                    Figure.of("intended to readable, p50", intended.median(), "ms"),
                    Figure.of("intended to readable, p99", intended.percentile(0.99), "ms"),
                    Figure.of("intended to readable, most", intended.most(), "ms"),
                    Figure.of("commands", taken.size(), ""),
                    Figure.of("clients there before", warmUp.rounds() * taken.size(), ""),
                    Figure.of("rounds of warm-up", warmUp.rounds(), ""),
                    Figure.of("in the first of them, p50", warmUp.coldest().median(), "ms"),
                    Figure.of("in the first of them, p99", warmUp.coldest().percentile(0.99), "ms"));
        }
    }

    private static Samples sinceAccepted(List<Taken> taken) {
        return Samples.of(taken.stream().map(Taken::sinceAccepted).toList());
    }

    private List<Taken> commands(RunningVigie vigie, Duration load) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(WAITING_AT_MOST);
        try {
            long gap = 1_000_000_000L / PER_SECOND;
            long begin = System.nanoTime();
            List<Future<Taken>> all = new ArrayList<>();
            for (long number = 0; number < load.toNanos() / gap; number++) {
                long intended = begin + number * gap;
                long client = begin + number;
                LockSupport.parkNanos(intended - System.nanoTime());
                all.add(threads.submit(() -> command(vigie, client, intended)));
            }
            List<Taken> taken = new ArrayList<>();
            for (Future<Taken> each : all) {
                taken.add(get(each));
            }
            return taken;
        } finally {
            threads.shutdownNow();
            for (HttpConnection connection = idle.poll(); connection != null; connection = idle.poll()) {
                connection.close();
            }
        }
    }

    private static Taken get(Future<Taken> command) throws Exception {
        try {
            return command.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    private Taken command(RunningVigie vigie, long number, long intended) throws IOException {
        HttpConnection reused = idle.poll();
        HttpConnection connection = reused == null ? vigie.connection(Credentials.AGENCY_MANAGER) : reused;
        Answer answer = connection.post("/api/clients", "application/json", new SampleClient(number).json());
        long accepted = System.nanoTime();
        if (answer.status() != 201) {
            throw new IOException("the command was answered " + answer);
        }
        JsonNode told = json.readTree(answer.body());
        String path = "/api/clients/" + told.path("clientId").asString() + "?await=score&consistencyToken="
                + told.path("consistencyToken").asString();
        Answer read = connection.get(path);
        while (read.status() == 503) {
            read = connection.get(path);
        }
        long readable = System.nanoTime();
        if (read.status() != 200 || !json.readTree(read.body()).path("risk").isObject()) {
            throw new IOException("the risk was answered " + read);
        }
        idle.add(connection);
        return new Taken((readable - accepted) / 1e6, (readable - intended) / 1e6);
    }
}
