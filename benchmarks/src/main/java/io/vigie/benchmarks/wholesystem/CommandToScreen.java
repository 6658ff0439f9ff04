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
import tools.jackson.databind.json.JsonMapper;

/**
 * Clients are registered 200 times a second whether or not earlier ones have been answered, while a tab watches them. Both go
 * through the edge.
 */
public final class CommandToScreen implements Measurement {

    private static final int PER_SECOND = 200;
    private static final int AT_ONCE = 64;
    private static final String TOPICS = "clients,summary,account-managers,events";

    private final JsonMapper json = JsonMapper.builder().build();
    private final Queue<HttpConnection> idle = new ConcurrentLinkedQueue<>();

    private record Accepted(String clientId, long at) {}

    @Override
    public String name() {
        return "live";
    }

    @Override
    public String what() {
        return "command accepted to patch received at 200 commands/s on the whole running system";
    }

    @Override
    public List<Figure> measure(Bench bench) throws Exception {
        try (RunningVigie vigie = new RunningVigie(bench)) {
            vigie.up();
            Duration load = bench.scale().latency();
            bench.progress().println("  warm-up");
            try (Screen screen = vigie.screen(Credentials.AGENCY_MANAGER, TOPICS)) {
                // It may be told to read again by a system that has just begun; nobody measures that.
                List<Accepted> all = register(vigie, load);
                awaitReadable(vigie, all.get(all.size() - 1).clientId());
            }
            bench.progress().println("  measured");
            try (Screen screen = vigie.screen(Credentials.AGENCY_MANAGER, TOPICS)) {
                List<Double> delays = new ArrayList<>();
                for (Accepted each : register(vigie, load)) {
                    // The stream may be faster than the answer.
                    delays.add(Math.max(0, screen.shown(each.clientId()) - each.at()) / 1e6);
                }
                Samples samples = Samples.of(delays);
                return List.of(
                        Figure.of("accepted to received, p50", samples.median(), "ms"),
                        new Figure("accepted to received, p95", samples.percentile(0.95), "ms", Target.atMost(250)),
                        Figure.of("accepted to received, p99", samples.percentile(0.99), "ms"),
                        Figure.of("accepted to received, most", samples.most(), "ms"),
                        Figure.of("commands", delays.size(), ""),
                        Figure.of("resets", screen.resets(), ""));
            }
        }
    }

    /** So that nothing of the warm-up waits before what is measured. */
    private static void awaitReadable(RunningVigie vigie, String clientId) throws IOException, InterruptedException {
        try (HttpConnection connection = vigie.connection(Credentials.AGENCY_MANAGER)) {
            for (int look = 0; look < 600; look++) {
                if (connection.get("/api/clients/" + clientId).status() == 200) {
                    return;
                }
                Thread.sleep(100);
            }
        }
        throw new IOException("the last client of the warm-up never showed");
    }

    private List<Accepted> register(RunningVigie vigie, Duration load) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            long gap = 1_000_000_000L / PER_SECOND;
            long begin = System.nanoTime();
            List<Future<Accepted>> all = new ArrayList<>();
            for (long number = 0; number < load.toNanos() / gap; number++) {
                long client = begin + number;
                LockSupport.parkNanos(begin + number * gap - System.nanoTime());
                all.add(threads.submit(() -> register(vigie, client)));
            }
            List<Accepted> accepted = new ArrayList<>();
            for (Future<Accepted> each : all) {
                accepted.add(get(each));
            }
            return accepted;
        } finally {
            threads.shutdownNow();
            for (HttpConnection connection = idle.poll(); connection != null; connection = idle.poll()) {
                connection.close();
            }
        }
    }

    private static Accepted get(Future<Accepted> command) throws Exception {
        try {
            return command.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    private Accepted register(RunningVigie vigie, long number) throws IOException {
        HttpConnection reused = idle.poll();
        HttpConnection connection = reused == null ? vigie.connection(Credentials.AGENCY_MANAGER) : reused;
        Answer answer = connection.post("/api/clients", "application/json", new SampleClient(number).json());
        long accepted = System.nanoTime();
        if (answer.status() != 201) {
            throw new IOException("the command was answered " + answer);
        }
        idle.add(connection);
        return new Accepted(json.readTree(answer.body()).path("clientId").asString(), accepted);
    }
}
