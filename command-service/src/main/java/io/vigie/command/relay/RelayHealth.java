package io.vigie.command.relay;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Up while the relay's thread lives and the broker answers. Down says that events wait; commands are taken all the same,
 * and the relay goes on by itself once the broker is back.
 */
@Component("relayHealthIndicator")
class RelayHealth implements HealthIndicator {

    private final Relay relay;
    private final RelayMetrics metrics;
    private final BrokerReach broker;

    RelayHealth(Relay relay, RelayMetrics metrics, BrokerReach broker) {
        this.relay = relay;
        this.metrics = metrics;
        this.broker = broker;
    }

    @Override
    public Health health() {
        boolean goesOn = relay.isRunning() && !broker.isAway();
        return (goesOn || !relay.isAutoStartup() ? Health.up() : Health.down())
                .withDetail("broker", broker.isAway() ? "away" : "there")
                .withDetail("leader", metrics.isLeading())
                .withDetail("lag", metrics.lag())
                .withDetail("oldestUnsentSeconds", metrics.oldestUnsentSeconds())
                .withDetail("parked", metrics.parked())
                .build();
    }
}
