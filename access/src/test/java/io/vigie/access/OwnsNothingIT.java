package io.vigie.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.embedded.PostgresServer;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The service that keeps accounts, in a database of which another role owns the tables. */
class OwnsNothingIT {

    private static final String PASSWORD = "password-of-the-tests";

    @TempDir
    private static Path folder;

    private static PostgresServer server;
    private static AccessDatabase database;

    @BeforeAll
    static void migrate() {
        server = PostgresServer.start(folder.resolve("postgresql"), 0);
        server.createDatabase("people", "keeping_owner");
        server.letMigrate("keeping_owner", PASSWORD, Duration.ofHours(1));
        server.letIn("people", "keeping_service", PASSWORD);
        server.letIn("people", "recognising_service", PASSWORD);
        database = new AccessDatabase(new AccessSettings.Database(
                server.jdbcUrl("people"),
                "keeping_service",
                PASSWORD,
                true,
                new AccessSettings.Owner("keeping_owner", PASSWORD),
                List.of("recognising_service")));
        database.migrate();
    }

    @AfterAll
    static void close() {
        database.close();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update recorded_read set purpose = 'another'",
                "delete from recorded_read",
                "delete from action",
                "truncate action",
                "drop trigger action_is_final on action",
                "alter table recorded_read disable trigger all",
                "create or replace function refuse_change() returns trigger language plpgsql as 'begin return null; end'",
                "delete from account",
                "delete from token",
                "drop table account",
                "create table mine (id int)",
                "create temp table account (id int)"
            })
    void givenTheRoleOfTheService_whenItGoesBeyondItsRows_thenRefused(String beyond) {
        assertThatThrownBy(() -> database.jdbc().execute(beyond))
                .rootCause()
                .isInstanceOfSatisfying(SQLException.class, refused -> assertThat(refused.getSQLState())
                        .isEqualTo("42501"));
    }

    /** A table that nobody granted fails here, before the code that needs it does. */
    @Test
    void givenTheSchema_whenTablesAreAdded_thenTheServiceReadsEachAndOwnsNone() {
        assertThat(database.jdbc()
                        .queryForList(
                                "select relname from pg_class where relnamespace = 'access'::regnamespace"
                                        + " and relkind in ('r', 'v') and not has_table_privilege(oid, 'select')",
                                String.class))
                .containsExactly("flyway_schema_history");
        assertThat(database.jdbc()
                        .queryForList(
                                "select relname from pg_class where relnamespace = 'access'::regnamespace"
                                        + " and pg_has_role(relowner, 'usage')",
                                String.class))
                .isEmpty();
    }
}
