package io.vigie.command.relay;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** The relay's thread: on standby until the claim is free, then carrying events until something goes wrong. */
@Component
@EnableConfigurationProperties(RelaySettings.class)
class Relay implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);

    private final RelaySettings settings;
    private final Leaderships leaderships;
    private final Lease lease;
    private final Wake wake;
    private final Lag lag;
    private final RelayMetrics metrics;
    private final BrokerReach broker;
    private volatile boolean running;
    private @Nullable Thread thread;
    private @Nullable ScheduledExecutorService clockwork;
    private String lastTrouble = "";

    Relay(
            RelaySettings settings,
            Leaderships leaderships,
            DataSource dataSource,
            Wake wake,
            Lag lag,
            RelayMetrics metrics,
            BrokerReach broker) {
        this.settings = settings;
        this.leaderships = leaderships;
        this.lease = new Lease(dataSource, settings.lease());
        this.wake = wake;
        this.lag = lag;
        this.metrics = metrics;
        this.broker = broker;
    }

    @Override
    public synchronized void start() {
        running = true;
        broker.open();
        ScheduledExecutorService renewals =
                Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "relay-clockwork"));
        long period = settings.renewal().toMillis();
        renewals.scheduleWithFixedDelay(this::keepClaim, period, period, TimeUnit.MILLISECONDS);
        renewals.scheduleWithFixedDelay(lag::measure, 1, 1, TimeUnit.SECONDS);
        renewals.scheduleWithFixedDelay(broker::ask, 0, 1, TimeUnit.SECONDS);
        clockwork = renewals;
        Thread relaying = new Thread(this::run, "relay");
        relaying.start();
        thread = relaying;
    }

    @Override
    public synchronized void stop() {
        running = false;
        ScheduledExecutorService renewals = clockwork;
        if (renewals != null) {
            renewals.shutdownNow();
        }
        Thread relaying = thread;
        if (relaying != null) {
            join(relaying, Duration.ofSeconds(5));
            relaying.interrupt();
            join(relaying, Duration.ofSeconds(5));
        }
        broker.close();
        lease.release();
    }

    @Override
    public boolean isAutoStartup() {
        return settings.enabled();
    }

    @Override
    public boolean isRunning() {
        Thread relaying = thread;
        return running && relaying != null && relaying.isAlive();
    }

    /** Before the web server takes requests, and until it takes none any more. */
    @Override
    public int getPhase() {
        return 0;
    }

    private void run() {
        while (running) {
            if (lease.take()) {
                metrics.claimed(true);
                lead();
            } else {
                metrics.claimed(false);
                lag.forget();
                pause(settings.renewal().dividedBy(4));
            }
        }
    }

    private void lead() {
        try (Leadership leadership = leaderships.open()) {
            metrics.leading(true);
            LOG.info("Relaying from {}", leadership.position());
            lastTrouble = "";
            while (running && lease.held()) {
                long begun = System.nanoTime();
                Leadership.Found found = leadership.step();
                lag.relayedUntil(leadership.position());
                switch (found) {
                    case NOTHING -> wake.await(settings.poll());
                    case SOME -> gather(begun);
                    case BACKLOG -> {}
                }
            }
        } catch (InterruptedException | InterruptException e) {
            LOG.info("The relay was interrupted");
        } catch (ProducerFencedException | InvalidProducerEpochException e) {
            LOG.info("Another instance relays now; on standby");
        } catch (KafkaException | DataAccessException e) {
            trouble(e);
        } catch (RuntimeException | Error e) {
            LOG.error("The relay stopped at something unforeseen and starts over", e);
            trouble(e);
        } finally {
            metrics.leading(false);
        }
    }

    /**
     * Under load a transaction takes whatever was stored since the last one began, instead of a few events in many
     * transactions. After a silence nothing waits here.
     */
    private void gather(long begun) throws InterruptedException {
        long left = settings.gather().toNanos() - (System.nanoTime() - begun);
        TimeUnit.NANOSECONDS.sleep(Math.max(0, left));
    }

    private void trouble(Throwable e) {
        metrics.failed();
        if (!lastTrouble.equals(e.getClass().getName())) {
            lastTrouble = e.getClass().getName();
            LOG.warn("The relay can't go on and tries again until it can: {}", e.toString());
        }
        pause(settings.retry());
    }

    private void keepClaim() {
        if (lease.held()) {
            lease.take();
        }
    }

    private void pause(Duration time) {
        try {
            if (running) {
                Thread.sleep(time.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void join(Thread relaying, Duration atMost) {
        try {
            relaying.join(atMost.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
