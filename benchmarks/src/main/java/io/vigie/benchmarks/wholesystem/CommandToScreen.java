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
import java.util.OptionalLong;
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
    /** For what hasn't shown when the last client can be read. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

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
            WarmUp.Done warmUp =
                    new WarmUp(bench.progress()).run(() -> watched(vigie, load).delays());
            bench.progress().println("  measured");
            Seen seen = watched(vigie, load);
            Samples delays = seen.delays();
            return List.of(
                    Figure.of("accepted to received, p50", delays.median(), "ms"),
                    new Figure("accepted to received, p95", delays.percentile(0.95), "ms", Target.atMost(250)),
                    Figure.of("accepted to received, p99", delays.percentile(0.99), "ms"),
                    Figure.of("accepted to received, most", delays.most(), "ms"),
                    Figure.of("commands", delays.size(), ""),
                    Figure.of("resets", seen.resets(), ""),
                    Figure.of("clients only a reset told of", seen.unseen(), ""),
                    Figure.of("clients there before", warmUp.rounds() * delays.size(), ""),
                    Figure.of("rounds of warm-up", warmUp.rounds(), ""),
                    Figure.of("in the first of them, p50", warmUp.coldest().median(), "ms"),
                    Figure.of("in the first of them, p95", warmUp.coldest().percentile(0.95), "ms"));
        }
    }

    /**
     * One round of the load and what the tab saw of it.
     *
     * @param delays in milliseconds; what hadn't shown when the measurement's patience ended counts as if it had then
     * @param unseen how many those were: the tab was told to read everything again
     */
    private record Seen(Samples delays, int unseen, int resets) {}

    private Seen watched(RunningVigie vigie, Duration load) throws Exception {
        try (Screen screen = vigie.screen(Credentials.AGENCY_MANAGER, TOPICS)) {
            List<Accepted> all = register(vigie, load);
            String last = all.get(all.size() - 1).clientId();
            awaitReadable(vigie, last);
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            List<Double> delays = new ArrayList<>();
            int unseen = 0;
            for (Accepted each : all) {
                OptionalLong shown = screen.shown(each.clientId(), deadline);
                unseen += shown.isEmpty() ? 1 : 0;
                // The stream may be faster than the answer.
                delays.add(Math.max(0, shown.orElse(deadline) - each.at()) / 1e6);
            }
            if (unseen > 0 && screen.resets() == 0) {
                throw new IOException(unseen + " clients never showed, and the tab wasn't told to read again");
            }
            return new Seen(Samples.of(delays), unseen, screen.resets());
        }
    }

    /** So that nothing of one round waits before the next, however far behind a cold system is. */
    private static void awaitReadable(RunningVigie vigie, String clientId) throws IOException, InterruptedException {
        try (HttpConnection connection = vigie.connection(Credentials.AGENCY_MANAGER)) {
            for (int look = 0; look < 600; look++) {
                if (connection.get("/api/clients/" + clientId).status() == 200) {
                    return;
                }
                Thread.sleep(100);
            }
        }
        throw new IOException("the last client of a round never showed");
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
