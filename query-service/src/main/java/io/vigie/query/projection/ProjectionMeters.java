package io.vigie.query.projection;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What operators watch: lag and parked records should be 0 most of the time, parked ones always. */
@Component
final class ProjectionMeters {

    private final Parking parking;
    private final JdbcTemplate jdbc;

    ProjectionMeters(MeterRegistry meters, Feeds feeds, Parking parking, JdbcTemplate jdbc) {
        this.parking = parking;
        this.jdbc = jdbc;
        meters.gauge("vigie.query.lag", feeds, all -> (double) all.lag());
        meters.gauge("vigie.query.parked", this, ProjectionMeters::parked);
    }

    private double parked() {
        return (double) parking.count(jdbc);
    }

    static void count(MeterRegistry meters, Tally tally) {
        meters.counter("vigie.query.applied").increment((double) tally.applied());
        meters.counter("vigie.query.duplicates").increment((double) tally.duplicates());
        meters.counter("vigie.query.dead.letters").increment((double) tally.deadLetters());
    }
}
