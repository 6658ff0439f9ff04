package io.vigie.query.projection;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Up while every projection runs and can go on by itself. */
@Component("projections")
final class ProjectionHealth implements HealthIndicator {

    private final Feeds feeds;

    ProjectionHealth(Feeds feeds) {
        this.feeds = feeds;
    }

    @Override
    public Health health() {
        String broken = feeds.broken();
        Health.Builder health = feeds.isHealthy() ? Health.up() : Health.down();
        health.withDetail("partitions", feeds.partitions()).withDetail("lag", feeds.lag());
        return broken == null
                ? health.build()
                : health.withDetail("reason", broken).build();
    }
}
