package io.vigie.embedded;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabasesIT {

    private static final String FIRST = "first-password-of-the-tests";
    private static final String SECOND = "second-password-of-the-tests";

    @TempDir
    Path folder;

    @Test
    void givenADatabaseWithItsOwnerAndAnotherRole_whenOthersComeOrTheRoleGoesFurther_thenRefused() throws SQLException {
        try (PostgresServer server = PostgresServer.start(data(), 0)) {
            server.createDatabase("facts", "owner");
            server.letIn("facts", "writer", FIRST);
            server.createDatabase("figures", "owner_of_figures");
            server.letIn("figures", "reader", FIRST);
            server.letIn("facts", "writer", SECOND);
            server.letMigrate("owner", FIRST, Duration.ofMinutes(5));

            execute(server, "facts", "owner", FIRST, "create schema own", "create table own.fact (id int)");
            execute(server, "facts", "owner", FIRST, "grant usage on schema own to writer");
            execute(server, "facts", "owner", FIRST, "grant select, insert on own.fact to writer");
            execute(server, "facts", "writer", SECOND, "insert into own.fact values (1)", "select * from own.fact");
            for (String forbidden : List.of(
                    "create role other",
                    "create database other",
                    "create schema other",
                    "create table own.other (id int)",
                    "create table public.other (id int)",
                    "create temp table other (id int)",
                    "truncate own.fact",
                    "delete from own.fact",
                    "alter system set fsync = off",
                    "copy own.fact to program 'cat'",
                    "select pg_read_file('PG_VERSION')",
                    "set role owner",
                    "set role vigie")) {
                assertThatThrownBy(() -> execute(server, "facts", "writer", SECOND, forbidden))
                        .as(forbidden)
                        .hasMessageContaining("permission denied");
            }
            assertThatThrownBy(() -> execute(server, "facts", "writer", SECOND, "drop table own.fact"))
                    .hasMessageContaining("must be owner");
            for (String database : List.of("figures", "postgres", "template1")) {
                assertThatThrownBy(() -> execute(server, database, "writer", SECOND))
                        .as(database)
                        .hasMessageContaining("permission denied");
            }
            assertThatThrownBy(() -> execute(server, "facts", "writer", FIRST))
                    .hasMessageContaining("authentication failed");
        }
    }

    @Test
    void givenAnOwner_whenItSignsInBeforeOrAfterTheTimeThatItMay_thenRefused() throws SQLException {
        try (PostgresServer server = PostgresServer.start(data(), 0)) {
            server.createDatabase("facts", "owner");
            assertThatThrownBy(() -> execute(server, "facts", "owner", FIRST))
                    .hasMessageContaining("authentication failed");

            server.letMigrate("owner", FIRST, Duration.ofMinutes(5));
            execute(server, "facts", "owner", FIRST, "create table fact (id int)");

            server.letMigrate("owner", FIRST, Duration.ZERO);
            assertThatThrownBy(() -> execute(server, "facts", "owner", FIRST))
                    .hasMessageContaining("authentication failed");

            server.letMigrate("owner", SECOND, Duration.ofMinutes(5));
            server.createDatabase("facts", "owner");
            assertThatThrownBy(() -> execute(server, "facts", "owner", SECOND))
                    .hasMessageContaining("not permitted to log in");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"vigie", "writer"})
    void givenWhatAnEarlierVersionMade_whenTheDatabaseGetsItsOwner_thenOnlyThatMayChangeIt(String earlier)
            throws SQLException {
        try (PostgresServer server = PostgresServer.start(data(), 0)) {
            server.createDatabase("facts");
            execute(server, "facts", server.user(), server.password(), "create role writer login", """
                    create schema views;
                    create table views.fact (id bigserial primary key, name text);
                    create view views.name as select name from views.fact;
                    create sequence public.positions;
                    create function views.one() returns int language sql as 'select 1'""");
            if (earlier.equals("writer")) {
                server.createDatabase("facts", earlier);
            }

            server.createDatabase("facts", "owner");
            server.letIn("facts", "writer", FIRST);
            server.letMigrate("owner", FIRST, Duration.ofMinutes(5));

            for (String change : List.of(
                    "insert into views.fact (name) values ('kept')",
                    "drop view views.name",
                    "drop function views.one()",
                    "alter sequence public.positions restart",
                    "alter schema views rename to former",
                    "create schema writer")) {
                assertThatThrownBy(() -> execute(server, "facts", "writer", FIRST, change))
                        .as(change)
                        .isInstanceOf(SQLException.class);
                execute(server, "facts", "owner", FIRST, change);
            }
        }
    }

    @Test
    void givenAServerThatTakesConnectionsAndSaysNothing_whenItIsAsked_thenNobodyWaitsForGood() throws IOException {
        try (ServerSocket mute = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            String url = "jdbc:postgresql://127.0.0.1:" + mute.getLocalPort() + "/";
            Databases databases = new Databases(name -> url + name, "vigie", FIRST, Duration.ofSeconds(1));

            assertTimeoutPreemptively(Duration.ofMinutes(1), () -> assertThatThrownBy(() -> databases.create("facts"))
                    .isInstanceOf(EmbeddedServerException.class));
        }
    }

    @Test
    void givenAServerThatStopsAnswering_whenItIsAsked_thenNobodyWaitsForGood() throws SQLException {
        try (PostgresServer server = PostgresServer.start(data(), 0)) {
            Databases databases =
                    new Databases(server::jdbcUrl, server.user(), server.password(), Duration.ofSeconds(1));
            try (Connection holder =
                            DriverManager.getConnection(server.jdbcUrl("postgres"), "vigie", server.password());
                    Statement holding = holder.createStatement()) {
                holder.setAutoCommit(false);
                holding.execute("lock table pg_catalog.pg_authid in share mode");

                // Before the server's own limits, which end the transaction of the holder after 15 s.
                assertTimeoutPreemptively(Duration.ofSeconds(10), () -> assertThatThrownBy(
                                () -> databases.letIn("facts", "writer", FIRST))
                        .isInstanceOf(EmbeddedServerException.class));
            }
        }
    }

    private static void execute(
            PostgresServer server, String database, String role, String password, String... statements)
            throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl(database), role, password);
                Statement statement = connection.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        }
    }

    private Path data() {
        return folder.resolve("data");
    }
}
