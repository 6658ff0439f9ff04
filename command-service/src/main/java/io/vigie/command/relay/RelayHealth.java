package io.vigie.command.relay;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Up while the relay's thread lives: a broker that is away is waited for, and shows as lag. */
@Component("relayHealthIndicator")
class RelayHealth implements HealthIndicator {

    private final Relay relay;
    private final RelayMetrics metrics;

    RelayHealth(Relay relay, RelayMetrics metrics) {
        this.relay = relay;
        this.metrics = metrics;
    }

    @Override
    public Health health() {
        return (relay.isRunning() || !relay.isAutoStartup() ? Health.up() : Health.down())
                .withDetail("leader", metrics.isLeading())
                .withDetail("lag", metrics.lag())
                .withDetail("oldestUnsentSeconds", metrics.oldestUnsentSeconds())
                .withDetail("parked", metrics.parked())
                .build();
    }
}
