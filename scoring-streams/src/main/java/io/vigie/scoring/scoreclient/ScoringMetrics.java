package io.vigie.scoring.scoreclient;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vigie.contracts.score.Outcome;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what scoring did since it was started; {@code vigie.scoring.parked} above zero is an alarm. */
public final class ScoringMetrics {

    private final Map<Outcome, Counter> outcomes = new EnumMap<>(Outcome.class);
    private final Counter duplicates;
    private final Counter deadLetters;
    private final AtomicLong parked;

    /** Registers everything, so that a zero can be seen too. */
    public ScoringMetrics(MeterRegistry registry) {
        for (Outcome outcome : Outcome.values()) {
            outcomes.put(outcome, registry.counter("vigie.scoring." + outcome));
        }
        duplicates = registry.counter("vigie.scoring.duplicates");
        deadLetters = registry.counter("vigie.scoring.dead-letters");
        parked = registry.gauge("vigie.scoring.parked", new AtomicLong());
    }

    void scored(Outcome outcome) {
        Objects.requireNonNull(outcomes.get(outcome)).increment();
    }

    void duplicate() {
        duplicates.increment();
    }

    void deadLetter() {
        deadLetters.increment();
    }

    void parked(long more) {
        parked.addAndGet(more);
    }
}
