package io.vigie.query.projection;

import io.micrometer.core.instrument.MeterRegistry;
import io.vigie.query.platform.PlantedBug;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class ProjectionConfiguration {

    @Bean
    Parking parking(Clock clock) {
        return new Parking(clock);
    }

    @Bean
    Projector projector(
            DataSource views,
            List<Track<?, ?>> tracks,
            List<Ledger> ledgers,
            List<Register<?>> registers,
            Parking parking,
            Letters letters,
            PlantedBug plantedBug,
            Delays delays,
            MeterRegistry meters) {
        JdbcTemplate jdbc = new JdbcTemplate(views);
        return new Projector(
                jdbc,
                new TransactionTemplate(new JdbcTransactionManager(views)),
                tracks,
                ledgers,
                registers,
                parking,
                letters,
                !plantedBug.noVersionGuard(),
                progress -> {
                    ProjectionMeters.count(meters, progress.tally());
                    delays.note(progress.arrivals(), progress.took());
                });
    }
}
