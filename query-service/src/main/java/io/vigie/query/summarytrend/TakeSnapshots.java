package io.vigie.query.summarytrend;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes the summary down once a minute, in whichever instance has the turn. A minute without one is missed by nobody. */
@Component
final class TakeSnapshots implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(TakeSnapshots.class);
    private static final long PACE_MILLIS = 60_000;

    private final Snapshots snapshots;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private volatile boolean running;
    private Thread thread = new Thread(this::run, "summary-snapshots");
    private Instant thinned = Instant.MIN;

    TakeSnapshots(DataSource views, Clock clock) {
        this.snapshots = new Snapshots(new JdbcTemplate(views));
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(views));
        this.clock = clock;
    }

    private void run() {
        while (running) {
            try {
                take(clock.instant());
            } catch (RuntimeException unavailable) {
                LOG.warn(
                        "The summary can't be written down now: {}",
                        unavailable.getClass().getSimpleName());
            }
            try {
                Thread.sleep(PACE_MILLIS);
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }

    /** Once an hour what is old is thinned as well, apart: however long that takes, what holds now is written down. */
    private void take(Instant now) {
        if (inTurn(snapshots::take, now) && thinned.isBefore(now.truncatedTo(ChronoUnit.HOURS))) {
            if (inTurn(snapshots::thin, now)) {
                thinned = now;
            }
        }
    }

    private boolean inTurn(Consumer<Instant> work, Instant now) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            boolean ours = snapshots.isOurTurn();
            if (ours) {
                work.accept(now);
            }
            return ours;
        }));
    }

    @Override
    public void start() {
        running = true;
        thread = new Thread(this::run, "summary-snapshots");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void stop() {
        running = false;
        thread.interrupt();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
