package io.vigie.embedded;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabasesIT {

    private static final String FIRST = "first-password-of-the-tests";
    private static final String SECOND = "second-password-of-the-tests";

    @TempDir
    Path folder;

    @Test
    void givenADatabaseOfARole_whenOthersComeOrTheRoleGoesFurther_thenRefused() throws SQLException {
        try (PostgresServer server = PostgresServer.start(data(), 0)) {
            server.createDatabase("facts", "writer", FIRST);
            server.createDatabase("figures", "reader", FIRST);
            server.createDatabase("facts", "writer", SECOND);

            try (Connection own = DriverManager.getConnection(server.jdbcUrl("facts"), "writer", SECOND);
                    Statement statement = own.createStatement()) {
                statement.execute("create schema own");
                statement.execute("create table own.fact (id int)");
                for (String forbidden : List.of(
                        "create role other",
                        "create database other",
                        "alter system set fsync = off",
                        "copy own.fact to program 'cat'",
                        "select pg_read_file('PG_VERSION')",
                        "set role vigie")) {
                    assertThatThrownBy(() -> statement.execute(forbidden))
                            .as(forbidden)
                            .hasMessageContaining("permission denied");
                }
            }
            for (String database : List.of("figures", "postgres", "template1")) {
                assertThatThrownBy(() -> DriverManager.getConnection(server.jdbcUrl(database), "writer", SECOND))
                        .as(database)
                        .hasMessageContaining("permission denied");
            }
            assertThatThrownBy(() -> DriverManager.getConnection(server.jdbcUrl("facts"), "writer", FIRST))
                    .hasMessageContaining("authentication failed");
        }
    }

    @Test
    void givenWhatAnEarlierVersionMade_whenTheDatabaseGetsItsRole_thenTheRoleMayChangeIt() throws SQLException {
        try (PostgresServer server = PostgresServer.start(data(), 0)) {
            server.createDatabase("facts");
            try (Connection earlier =
                            DriverManager.getConnection(server.jdbcUrl("facts"), server.user(), server.password());
                    Statement statement = earlier.createStatement()) {
                statement.execute("create schema views");
                statement.execute("create table views.fact (id bigserial primary key, name text)");
                statement.execute("create view views.name as select name from views.fact");
                statement.execute("create sequence public.positions");
                statement.execute("create function views.one() returns int language sql as 'select 1'");
            }

            server.createDatabase("facts", "writer", FIRST);

            try (Connection own = DriverManager.getConnection(server.jdbcUrl("facts"), "writer", FIRST);
                    Statement statement = own.createStatement()) {
                statement.execute("insert into views.fact (name) values ('kept')");
                statement.execute("alter table views.fact add column more int");
                statement.execute("drop view views.name");
                statement.execute("drop function views.one()");
                statement.execute("alter sequence public.positions restart");
                statement.execute("alter schema views rename to former");
            }
        }
    }

    private Path data() {
        return folder.resolve("data");
    }
}
