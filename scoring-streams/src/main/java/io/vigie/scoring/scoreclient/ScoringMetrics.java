package io.vigie.scoring.scoreclient;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vigie.contracts.score.ClientScore;
import io.vigie.contracts.score.Outcome;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what scoring did since it was started; {@code vigie.scoring.parked} above zero is an alarm. */
public final class ScoringMetrics {

    private static final String CHAMPION = "champion";
    private static final String CHALLENGER = "challenger";

    private final Map<Outcome, Counter> outcomes = new EnumMap<>(Outcome.class);
    private final Counter duplicates;
    private final Counter deadLetters;
    private final Counter sketches;
    private final AtomicLong parked;
    private final RoleMetrics champion;
    private final RoleMetrics challenger;
    private final Timer swap;
    private final Map<Integer, Long> revisions = new ConcurrentHashMap<>();

    /** Registers everything, so that a zero can be seen too. */
    public ScoringMetrics(MeterRegistry registry) {
        for (Outcome outcome : Outcome.values()) {
            outcomes.put(outcome, registry.counter("vigie.scoring." + outcome));
        }
        duplicates = registry.counter("vigie.scoring.duplicates");
        deadLetters = registry.counter("vigie.scoring.dead-letters");
        sketches = registry.counter("vigie.scoring.sketches.emitted");
        parked = registry.gauge("vigie.scoring.parked", new AtomicLong());
        champion = new RoleMetrics(registry, CHAMPION);
        challenger = new RoleMetrics(registry, CHALLENGER);
        swap = Timer.builder("vigie.scoring.swap")
                .description("from the decision for other models until a partition is scored with them")
                .register(registry);
        Gauge.builder("vigie.scoring.revision", this, metrics -> metrics.revision()
                        .orElse(0))
                .description("of the models in use, the lowest of all partitions of this process")
                .register(registry);
    }

    /** Revision of the models in use, the lowest of all partitions that this process scores; empty when it scores none. */
    public OptionalLong revision() {
        return revisions.values().stream().mapToLong(Long::longValue).min();
    }

    void scored(ClientScore score, long nanos) {
        Objects.requireNonNull(outcomes.get(score.outcome())).increment();
        champion.scored(score, nanos);
    }

    void shadowed(ClientScore score, long nanos) {
        challenger.scored(score, nanos);
    }

    /** A champion's answer was given without its reasons. */
    void championUnexplained() {
        champion.unexplained();
    }

    /** A challenger's answer was given without its reasons. */
    void challengerUnexplained() {
        challenger.unexplained();
    }

    void duplicate() {
        duplicates.increment();
    }

    void deadLetter() {
        deadLetters.increment();
    }

    void sketched() {
        sketches.increment();
    }

    void parked(long more) {
        parked.addAndGet(more);
    }

    /** Clocks differ: a swap before the decision took no time. */
    void swapped(Duration sinceDecision) {
        swap.record(sinceDecision.isNegative() ? Duration.ZERO : sinceDecision);
    }

    void inUse(int partition, long revision) {
        revisions.put(partition, revision);
    }

    void noLongerInUse(int partition) {
        revisions.remove(partition);
    }
}
