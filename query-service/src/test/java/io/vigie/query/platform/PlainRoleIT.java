package io.vigie.query.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.query.testing.Servers;
import io.vigie.web.StartRefused;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

class PlainRoleIT {

    private static Flyway views(String database, String role, String password) {
        return Flyway.configure()
                .dataSource(Servers.postgres().jdbcUrl(database), role, password)
                .schemas("views")
                .locations("classpath:db/migration/views")
                .load();
    }

    @Test
    void givenARoleThatNoRuleHoldsFor_whenTheServiceStarts_thenItRefusesAndTouchesNothing() {
        String database = Servers.freshDatabase();
        Flyway superuser =
                views(database, Servers.postgres().user(), Servers.postgres().password());

        assertThatThrownBy(() -> new RowsConfiguration().roleThatRulesHoldFor().migrate(superuser))
                .isInstanceOf(StartRefused.class);

        Flyway plain = views(database, Servers.ROLE, Servers.ROLE_PASSWORD);
        assertThat(plain.info().applied()).isEmpty();
        new RowsConfiguration().roleThatRulesHoldFor().migrate(plain);
        assertThat(plain.info().applied()).isNotEmpty();
    }
}
