package io.vigie.command.reconcile;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.stereotype.Component;

/**
 * {@code GET /actuator/vigiereconciliation} tells the newest comparison, {@code POST} compares all events from the
 * beginning and tells the outcome.
 */
@Component
@Endpoint(id = "vigiereconciliation")
class ReconciliationEndpoint {

    private final Reconciler reconciler;

    ReconciliationEndpoint(Reconciler reconciler) {
        this.reconciler = reconciler;
    }

    @ReadOperation
    Reconciliation newest() {
        return reconciler.newest();
    }

    @WriteOperation
    Reconciliation everything() {
        return reconciler.everything();
    }
}
