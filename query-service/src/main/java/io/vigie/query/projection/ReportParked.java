package io.vigie.query.projection;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells people about records that wait in vain: what they follow hasn't come within the grace, and nobody knows it to
 * have failed. They stay parked all the same.
 */
@Component
final class ReportParked implements SmartLifecycle {

    static final Duration GRACE = Duration.ofSeconds(2);

    private static final Logger LOG = LoggerFactory.getLogger(ReportParked.class);
    private static final long PACE_MILLIS = 500;

    private final TransactionTemplate transaction;
    private final JdbcTemplate jdbc;
    private final Parking parking;
    private final Letters letters;
    private final Clock clock;
    private volatile boolean running;
    private Thread patrol = new Thread(this::run, "parked-records");

    ReportParked(DataSource views, Parking parking, Letters letters, Clock clock) {
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(views));
        this.jdbc = new JdbcTemplate(views);
        this.parking = parking;
        this.letters = letters;
        this.clock = clock;
    }

    private void run() {
        while (running) {
            try {
                report();
                Thread.sleep(PACE_MILLIS);
            } catch (RuntimeException unavailable) {
                LOG.warn(
                        "Parked records can't be looked at: {}",
                        unavailable.getClass().getSimpleName());
                pause();
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }

    private void report() {
        transaction.executeWithoutResult(status -> {
            // Waits, as the projections do, while a rebuild takes over what was reported.
            jdbc.execute("lock table projection_offset in row exclusive mode");
            List<Parked> waiting = parking.unexplained(jdbc, clock.instant().minus(GRACE));
            if (!waiting.isEmpty()) {
                parking.reported(jdbc, waiting);
                letters.post(waiting.stream()
                        .map(parked -> new Letter(
                                parked.arrival(),
                                "its number is " + parked.number() + ", but the one before it hasn't come: parked"))
                        .toList());
            }
        });
    }

    private static void pause() {
        try {
            Thread.sleep(PACE_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void start() {
        running = true;
        patrol = new Thread(this::run, "parked-records");
        patrol.setDaemon(true);
        patrol.start();
    }

    @Override
    public void stop() {
        running = false;
        patrol.interrupt();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
