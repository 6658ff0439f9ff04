package io.vigie.query;

import io.vigie.query.testing.Servers;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** The same while PostgreSQL shows all rows to everybody: the queries leave out what is somebody else's. */
@SuppressWarnings("NullAway.Init")
class FirstWallAloneIT extends OwnPortfolioIT {

    @Autowired
    private DataSource views;

    @BeforeAll
    void withoutTheSecond() {
        forEachTable("disable");
    }

    @AfterAll
    void withTheSecondAgain() {
        forEachTable("enable");
    }

    private void forEachTable(String change) {
        JdbcTemplate jdbc = Servers.asSuperuser(views);
        jdbc.queryForList(
                        "select relname from pg_class where relnamespace = 'views'::regnamespace and relforcerowsecurity",
                        String.class)
                .forEach(table -> jdbc.execute("alter table " + table + " " + change + " row level security"));
    }
}
