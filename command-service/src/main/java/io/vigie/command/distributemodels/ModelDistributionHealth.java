package io.vigie.command.distributemodels;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Down while models can't be handed out; commands are taken all the same, and it goes on by itself. */
@Component("modelDistributionHealthIndicator")
class ModelDistributionHealth implements HealthIndicator {

    private final DistributionMetrics metrics;

    ModelDistributionHealth(DistributionMetrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public Health health() {
        return (metrics.isFailing() ? Health.down() : Health.up())
                .withDetail("unpublished", metrics.lastCount())
                .build();
    }
}
