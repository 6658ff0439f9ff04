package io.vigie.scoring.models;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/** Counts what came of the topic of models; {@code vigie.scoring.models.unusable} that rises is an alarm. */
public final class FeedMetrics {

    private final Counter garbage;
    private final Counter unusable;
    private final Timer load;

    /** Registers everything, so that a zero can be seen too. */
    public FeedMetrics(MeterRegistry registry, Deployments deployments) {
        garbage = registry.counter("vigie.scoring.models.garbage");
        unusable = registry.counter("vigie.scoring.models.unusable");
        load = Timer.builder("vigie.scoring.models.load")
                .description("from reading a document until its model is warm")
                .register(registry);
        Gauge.builder("vigie.scoring.models.revision", deployments, Deployments::revision)
                .description("of the last deployment that this process could load")
                .strongReference(true)
                .register(registry);
    }

    void garbage() {
        garbage.increment();
    }

    void unusable() {
        unusable.increment();
    }

    void loaded(Duration time) {
        load.record(time);
    }
}
