package io.vigie.scoring.scoreclient;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vigie.contracts.score.ClientScore;
import io.vigie.contracts.score.Outcome;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** What the champion, or the challenger, did. */
final class RoleMetrics {

    /** A process that lives through more versions than this tells the later ones together: labels must have an end. */
    private static final int MOST_VERSIONS = 50;

    private static final int OTHERS = -1;

    private final MeterRegistry registry;
    private final String role;
    private final Map<Unscorable, Counter> unscorable = new EnumMap<>(Unscorable.class);
    private final Map<Integer, Timer> latencies = new ConcurrentHashMap<>();
    private final Counter unexplained;

    RoleMetrics(MeterRegistry registry, String role) {
        this.registry = registry;
        this.role = role;
        this.unexplained = registry.counter("vigie.scoring.unexplained", "role", role);
        for (Unscorable reason : Unscorable.values()) {
            unscorable.put(
                    reason,
                    registry.counter("vigie.scoring.unscorable.reasons", "role", role, "reason", reason.toString()));
        }
    }

    void unexplained() {
        unexplained.increment();
    }

    void scored(ClientScore score, long nanos) {
        latency(score.model().version()).record(nanos, TimeUnit.NANOSECONDS);
        if (score.outcome() == Outcome.UNSCORABLE) {
            Objects.requireNonNull(unscorable.get(Unscorable.of(score.problem())))
                    .increment();
        }
    }

    private Timer latency(int version) {
        Timer known = latencies.get(version);
        if (known != null) {
            return known;
        }
        int told = latencies.size() < MOST_VERSIONS ? version : OTHERS;
        return latencies.computeIfAbsent(told, number -> Timer.builder("vigie.scoring.latency")
                .description("of a score with its reasons")
                .tags("role", role, "version", number == OTHERS ? "others" : Integer.toString(number))
                .register(registry));
    }
}
