package io.vigie.command.reconcile;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Says how store and topics compare; a difference is an alarm, but no reason to stop taking commands. */
@Component
class ReconciliationHealthIndicator implements HealthIndicator {

    private final Reconciler reconciler;

    ReconciliationHealthIndicator(Reconciler reconciler) {
        this.reconciler = reconciler;
    }

    @Override
    public Health health() {
        Reconciliation newest = reconciler.newest();
        return Health.up()
                .withDetail("gaps", newest.gaps())
                .withDetail("stored", newest.stored())
                .withDetail("published", newest.published())
                .build();
    }
}
