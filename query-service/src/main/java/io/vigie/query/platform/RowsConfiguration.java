package io.vigie.query.platform;

import com.zaxxer.hikari.HikariDataSource;
import io.vigie.web.StartRefused;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Puts PostgreSQL's own rules for rows behind every question that a request leads to. */
@Configuration(proxyBeanMethods = false)
class RowsConfiguration {

    private static final String NEXT = "views_next";

    /** The pool of Spring Boot is for everybody's rows. */
    private static final String EVERYBODYS = "dataSource";

    @Bean
    OwnRows ownRows(DataSource views) throws SQLException {
        return new OwnRows(views.unwrap(HikariDataSource.class));
    }

    @Bean
    static BeanPostProcessor rowsInReach(ObjectProvider<OwnRows> own) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource everybodys && name.equals(EVERYBODYS)
                        ? new RowsInReach(everybodys, own::getObject)
                        : bean;
            }
        };
    }

    /** A rebuild needs the same tables once more, and may make none. */
    @Bean
    FlywayMigrationStrategy liveAndNextViews(DataSource views) {
        return flyway -> {
            demandPlainRole(views);
            flyway.migrate();
            Flyway.configure()
                    .configuration(flyway.getConfiguration())
                    .schemas(NEXT)
                    .defaultSchema(NEXT)
                    .load()
                    .migrate();
        };
    }

    private static void demandPlainRole(DataSource views) {
        if (!Boolean.FALSE.equals(new JdbcTemplate(views)
                .queryForObject(
                        "select rolsuper or rolbypassrls from pg_roles where rolname = current_user", Boolean.class))) {
            throw new StartRefused(
                    "The role of this service on PostgreSQL is one that no rule for rows holds for.",
                    "Let it be an ordinary one: create role ... login nosuperuser nobypassrls.");
        }
    }
}
