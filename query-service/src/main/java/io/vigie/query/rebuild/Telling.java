package io.vigie.query.rebuild;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the report of a running rebuild up to date; of mere progress not more often than people look. */
final class Telling {

    private static final Logger LOG = LoggerFactory.getLogger(Telling.class);
    private static final Duration PACE = Duration.ofMillis(250);

    private final Reports reports;
    private final Clock clock;
    private RebuildReport report;
    private Instant next = Instant.MIN;

    Telling(Reports reports, Clock clock, RebuildReport begun) {
        this.reports = reports;
        this.clock = clock;
        this.report = begun;
    }

    /** Something new. */
    void that(UnaryOperator<RebuildReport> change) {
        report = change.apply(report);
        reports.save(report);
    }

    /** More of the same. */
    void at(long processed, long total) {
        report = report.at(processed, total);
        Instant now = clock.instant();
        if (!now.isBefore(next)) {
            next = now.plus(PACE);
            reports.save(report);
        }
    }

    /** Its end; when that can't be saved, the report is found to be an orphan's. */
    void failed(String reason) {
        try {
            that(before -> before.failed(reason, clock.instant()));
        } catch (RuntimeException unavailable) {
            LOG.warn("That it failed can't be told: {}", unavailable.getClass().getSimpleName());
        }
    }
}
