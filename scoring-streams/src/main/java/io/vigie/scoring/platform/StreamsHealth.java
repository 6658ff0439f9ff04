package io.vigie.scoring.platform;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Up only while events are being scored: a rebalance is out of service, too. */
record StreamsHealth(StreamsRun run) implements HealthIndicator {

    @Override
    public Health health() {
        return (run.scores() ? Health.up() : Health.outOfService())
                .withDetail("streams", run.told())
                .build();
    }
}
