package io.vigie.command.reconcile;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vigie.command.relay.RelayStatus;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Reconciles in the background, on the instance that relays. */
@Component
class Reconciling implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Reconciling.class);

    private static final int PATIENCE = 6;

    private final Reconciler reconciler;
    private final RelayStatus relay;
    private final long everyMillis;
    private @Nullable ScheduledExecutorService clockwork;
    private boolean hadClaim;
    private int failures;

    Reconciling(
            Reconciler reconciler,
            RelayStatus relay,
            MeterRegistry registry,
            @Value("${vigie.reconciliation.every:10s}") java.time.Duration every) {
        this.reconciler = reconciler;
        this.relay = relay;
        this.everyMillis = every.toMillis();
        Gauge.builder("vigie.relay.gaps", reconciler, found -> found.newest().gaps())
                .description("events that are missing on the topics, or too many there")
                .register(registry);
        Gauge.builder("vigie.relay.compared.age.seconds", reconciler, Reconciler::age)
                .description(
                        "since store and topics were last compared; not a number on an instance that doesn't relay")
                .register(registry);
    }

    @Override
    public synchronized void start() {
        ScheduledExecutorService rounds =
                Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "reconciler"));
        rounds.scheduleWithFixedDelay(this::round, everyMillis, everyMillis, TimeUnit.MILLISECONDS);
        clockwork = rounds;
    }

    @Override
    public synchronized void stop() {
        if (clockwork != null) {
            clockwork.shutdownNow();
            clockwork = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return clockwork != null;
    }

    /** What another instance does from now on, it alone can compare. */
    private void forgetOnce() {
        if (hadClaim) {
            hadClaim = false;
            reconciler.forget();
        }
    }

    private void round() {
        if (!relay.holdsClaim()) {
            forgetOnce();
        }
        if (!relay.isLeading()) {
            return;
        }
        hadClaim = true;
        try {
            reconciler.round();
            failures = 0;
        } catch (KafkaException | DataAccessException e) {
            failures++;
            LOG.atLevel(failures < PATIENCE ? Level.INFO : Level.WARN)
                    .log(
                            "No comparison of store and topics now, {} times in a row: {}",
                            failures,
                            e.getClass().getSimpleName());
        } catch (RuntimeException e) {
            LOG.error("The comparison of store and topics failed", e);
        }
    }
}
