package io.vigie.command.distributemodels;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What the distribution of models tells of itself. */
@Component
class DistributionMetrics {

    private final JdbcTemplate jdbc;
    private final AtomicLong unpublished = new AtomicLong();
    private final Counter published;
    private final Counter failures;
    private volatile boolean failing;

    DistributionMetrics(JdbcTemplate jdbc, MeterRegistry registry) {
        this.jdbc = jdbc;
        Gauge.builder("vigie.models.unpublished", unpublished, AtomicLong::get)
                .description("versions and decisions that are recorded but not yet on Kafka")
                .register(registry);
        published = Counter.builder("vigie.models.published")
                .description("versions and decisions sent by this instance")
                .register(registry);
        failures = Counter.builder("vigie.models.distribution.failures")
                .description("rounds that have to be tried again")
                .register(registry);
    }

    /** Counts what isn't on Kafka yet. */
    long unpublished() {
        Long count = jdbc.queryForObject(HandedOut.UNPUBLISHED, Long.class);
        unpublished.set(count == null ? 0 : count);
        return unpublished.get();
    }

    /** By the last count. */
    long lastCount() {
        return unpublished.get();
    }

    void published() {
        published.increment();
    }

    void succeeded() {
        failing = false;
    }

    void failed() {
        failing = true;
        failures.increment();
    }

    /** Whether the last round failed. */
    boolean isFailing() {
        return failing;
    }
}
