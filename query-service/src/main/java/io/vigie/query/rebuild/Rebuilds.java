package io.vigie.query.rebuild;

import com.zaxxer.hikari.HikariDataSource;
import io.vigie.query.platform.TopicSettings;
import io.vigie.query.platform.Unknown;
import io.vigie.query.projection.Feeds;
import io.vigie.query.projection.Ledger;
import io.vigie.query.projection.Track;
import io.vigie.web.Rejected;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The rebuilds of this instance since it started; one at a time. What a killed one left is cleared by the next. */
@Component
class Rebuilds {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuilds.class);
    private static final int KEPT = 20;

    private final HikariDataSource live;
    private final Feeds feeds;
    private final NextViews.Tracks tracks;
    private final TopicSettings topics;
    private final Clock clock;
    private final Supplier<String> ids;
    private final Map<String, RebuildReport> reports = new LinkedHashMap<>();

    @Autowired
    Rebuilds(
            DataSource live,
            Feeds feeds,
            List<Track<?, ?>> tracks,
            List<Ledger> ledgers,
            TopicSettings topics,
            Clock clock)
            throws SQLException {
        this.live = live.unwrap(HikariDataSource.class);
        this.feeds = feeds;
        this.tracks = new NextViews.Tracks(tracks, ledgers);
        this.topics = topics;
        this.clock = clock;
        this.ids = () -> UUID.randomUUID().toString();
    }

    synchronized RebuildReport begin(boolean dryRun) {
        if (reports.values().stream().anyMatch(RebuildReport::isRunning)) {
            throw Rejected.conflict(
                    "rebuild-running",
                    "A rebuild is running",
                    "There is one rebuild at a time: wait until it is done.");
        }
        String id = ids.get();
        RebuildReport report = RebuildReport.begun(id, dryRun, clock.instant());
        reports.put(id, report);
        reports.keySet().stream()
                .limit(Math.max(0, reports.size() - KEPT))
                .toList()
                .forEach(reports::remove);
        Thread thread = new Thread(() -> run(id, dryRun), "rebuild");
        thread.setDaemon(true);
        thread.start();
        return report;
    }

    synchronized RebuildReport get(String id) {
        RebuildReport report = reports.get(id);
        if (report == null) {
            throw Unknown.rebuild();
        }
        return report;
    }

    private synchronized void update(String id, UnaryOperator<RebuildReport> change) {
        reports.computeIfPresent(id, (key, report) -> change.apply(report));
    }

    private void run(String id, boolean dryRun) {
        try {
            new Rebuilding(live, feeds, tracks, topics, clock, dryRun, change -> update(id, change)).run();
        } catch (SQLException | RuntimeException failure) {
            LOG.warn("The rebuild failed: {}", failure.getClass().getSimpleName());
            String reason = failure instanceof IllegalStateException && failure.getMessage() != null
                    ? failure.getMessage()
                    : failure.getClass().getSimpleName();
            update(id, report -> report.failed(reason, clock.instant()));
        }
    }
}
