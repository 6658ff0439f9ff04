package io.vigie.query.platform;

import com.zaxxer.hikari.HikariDataSource;
import io.vigie.web.StartRefused;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Puts PostgreSQL's own rules for rows behind every question that a request leads to. */
@Configuration(proxyBeanMethods = false)
class RowsConfiguration {

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

    @Bean
    FlywayMigrationStrategy roleThatRulesHoldFor() {
        return flyway -> {
            demandPlainRole(flyway.getConfiguration().getDataSource());
            flyway.migrate();
        };
    }

    private static void demandPlainRole(DataSource views) {
        if (!Boolean.FALSE.equals(new JdbcTemplate(views)
                .queryForObject(
                        "select rolsuper or rolbypassrls from pg_roles where rolname = current_user", Boolean.class))) {
            throw new StartRefused(
                    "The role of this service on PostgreSQL is one that no rule for rows holds for.",
                    "Let it be an ordinary one that owns its database: create role ... login nosuperuser nobypassrls.");
        }
    }
}
