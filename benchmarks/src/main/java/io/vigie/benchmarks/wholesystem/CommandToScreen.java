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
                delays(vigie, screen, load);
            }
            bench.progress().println("  measured");
            try (Screen screen = vigie.screen(Credentials.AGENCY_MANAGER, TOPICS)) {
                List<Double> delays = delays(vigie, screen, load);
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

    /** Milliseconds of each command. */
    private List<Double> delays(RunningVigie vigie, Screen screen, Duration load) throws Exception {
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
            List<Double> delays = new ArrayList<>();
            for (Future<Accepted> each : all) {
                Accepted accepted = get(each);
                // The stream may be faster than the answer.
                delays.add(Math.max(0, screen.shown(accepted.clientId()) - accepted.at()) / 1e6);
            }
            return delays;
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
