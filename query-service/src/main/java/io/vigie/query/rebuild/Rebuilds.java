package io.vigie.query.rebuild;

import com.zaxxer.hikari.HikariDataSource;
import io.vigie.query.platform.TopicSettings;
import io.vigie.query.platform.Unknown;
import io.vigie.query.projection.Feeds;
import io.vigie.query.projection.Ledger;
import io.vigie.query.projection.Register;
import io.vigie.query.projection.Track;
import io.vigie.web.Rejected;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The rebuilds of all instances; one at a time. A report is finished before the turn is given back, so one that isn't
 * finished while nobody has the turn is that of a process that ended. What it left is cleared by the next.
 */
@Component
class Rebuilds {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuilds.class);
    private static final int TRIES = 20;
    private static final long PAUSE_NANOS = 50_000_000;

    private final HikariDataSource live;
    private final JdbcTemplate jdbc;
    private final Reports reports;
    private final Feeds feeds;
    private final NextViews.Tracks tracks;
    private final TopicSettings topics;
    private final Clock clock;
    private final Supplier<String> ids;

    @Autowired
    Rebuilds(
            DataSource live,
            Feeds feeds,
            List<Track<?, ?>> tracks,
            List<Ledger> ledgers,
            List<Register<?>> registers,
            TopicSettings topics,
            Clock clock)
            throws SQLException {
        this.live = live.unwrap(HikariDataSource.class);
        this.jdbc = new JdbcTemplate(live);
        this.reports = new Reports(jdbc);
        this.feeds = feeds;
        this.tracks = new NextViews.Tracks(tracks, ledgers, registers);
        this.topics = topics;
        this.clock = clock;
        this.ids = () -> UUID.randomUUID().toString();
    }

    RebuildReport begin(boolean dryRun) {
        Turn turn = take();
        if (turn == null) {
            throw Rejected.conflict(
                    "rebuild-running",
                    "A rebuild is running",
                    "There is one rebuild at a time: wait until it is done.");
        }
        RebuildReport report = RebuildReport.begun(ids.get(), dryRun, clock.instant());
        try {
            reports.unfinished().forEach(this::failOrphan);
            reports.save(report);
            reports.forgetOldest();
            Thread thread = new Thread(() -> run(turn, report), "rebuild");
            thread.setDaemon(true);
            thread.start();
        } catch (RuntimeException | Error failure) {
            giveBack(turn);
            throw failure;
        }
        return report;
    }

    /** Whoever has seen a finished report may begin the next, although its turn may last a moment longer. */
    private @Nullable Turn take() {
        try {
            Turn turn = Turn.take(live);
            for (int tries = 1;
                    turn == null && tries < TRIES && reports.unfinished().isEmpty();
                    tries++) {
                LockSupport.parkNanos(PAUSE_NANOS);
                turn = Turn.take(live);
            }
            return turn;
        } catch (SQLException unavailable) {
            throw new CannotGetJdbcConnectionException("no turn to rebuild", unavailable);
        }
    }

    RebuildReport get(String id) {
        RebuildReport report = reports.find(id).orElseThrow(Unknown::rebuild);
        if (!report.isRunning() || Turn.isTaken(jdbc)) {
            return report;
        }
        RebuildReport again = reports.find(id).orElseThrow(Unknown::rebuild);
        return again.isRunning() ? failOrphan(again) : again;
    }

    /** Whether any instance rebuilds. */
    boolean isRunning() {
        return Turn.isTaken(jdbc);
    }

    private RebuildReport failOrphan(RebuildReport orphan) {
        RebuildReport failed =
                orphan.failed("the query-service that rebuilt ended before it was done", clock.instant());
        reports.save(failed);
        return failed;
    }

    private void run(Turn turn, RebuildReport begun) {
        Telling telling = new Telling(reports, clock, begun);
        try {
            new Rebuilding(live, turn, feeds, tracks, topics, clock, begun.dryRun(), telling).run();
        } catch (SQLException | RuntimeException | Error failure) {
            LOG.warn("The rebuild failed: {}", failure.getClass().getSimpleName());
            telling.failed(
                    failure instanceof IllegalStateException && failure.getMessage() != null
                            ? failure.getMessage()
                            : failure.getClass().getSimpleName());
        } finally {
            giveBack(turn);
        }
    }

    private static void giveBack(Turn turn) {
        try {
            turn.close();
        } catch (SQLException | RuntimeException gone) {
            LOG.warn(
                    "The turn to rebuild ended with its connection: {}",
                    gone.getClass().getSimpleName());
        }
    }
}
