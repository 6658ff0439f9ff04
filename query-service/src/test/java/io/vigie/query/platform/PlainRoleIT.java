package io.vigie.query.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.query.testing.Servers;
import io.vigie.web.StartRefused;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class PlainRoleIT {

    @Test
    void givenARoleThatNoRuleHoldsFor_whenTheServiceStarts_thenItRefusesAndTouchesNothing() {
        String url = Servers.postgres().jdbcUrl(Servers.freshDatabase());
        DataSource superusers = new DriverManagerDataSource(
                url, Servers.postgres().user(), Servers.postgres().password());
        DataSource plain = new DriverManagerDataSource(url, Servers.ROLE, Servers.ROLE_PASSWORD);
        Flyway views = Flyway.configure()
                .dataSource(url, Servers.OWNER, Servers.OWNER_PASSWORD)
                .schemas("views")
                .locations("classpath:db/migration/views")
                .placeholders(Map.of("role", Servers.ROLE))
                .load();

        assertThatThrownBy(() ->
                        new RowsConfiguration().liveAndNextViews(superusers).migrate(views))
                .isInstanceOf(StartRefused.class);

        assertThat(views.info().applied()).isEmpty();
        new RowsConfiguration().liveAndNextViews(plain).migrate(views);
        assertThat(views.info().applied()).isNotEmpty();
    }
}
