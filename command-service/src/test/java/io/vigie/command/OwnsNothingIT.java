package io.vigie.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.command.testing.RunningService;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a service that somebody took over could do to what it wrote: nothing. */
class OwnsNothingIT {

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.onNewDatabase();
        service.send("POST", "/api/clients", Bodies.client("kept"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update domain_event_entry set type = 'x'",
                "delete from domain_event_entry",
                "truncate domain_event_entry",
                "alter table domain_event_entry disable trigger all",
                "alter table domain_event_entry drop constraint domain_event_entry_sequence_uk",
                "drop trigger domain_event_entry_is_final on domain_event_entry",
                "create or replace function domain_event_entry_refuse_change() returns trigger language plpgsql as"
                        + " 'begin return null; end'",
                "drop table domain_event_entry",
                "drop table relay_lease",
                "delete from relay_evicted",
                "update model_document set document = '\\x00'",
                "delete from model_document",
                "delete from model_promotion",
                "select setval(pg_get_serial_sequence('domain_event_entry', 'global_index'), 1)",
                "update flyway_schema_history set success = false",
                "create table mine (id int)",
                "create temp table domain_event_entry (id int)",
                "create schema mine",
                "set session_replication_role = replica",
                "grant command_owner to command_service",
                "set role command_owner"
            })
    void givenTheRoleOfTheService_whenItGoesBeyondItsRows_thenRefused(String beyond) {
        JdbcTemplate own = new JdbcTemplate(service.bean(DataSource.class));
        assertThat(own.queryForObject("select current_user", String.class)).isEqualTo("command_service");

        assertThatThrownBy(() -> own.execute(beyond))
                .rootCause()
                .isInstanceOfSatisfying(SQLException.class, refused -> assertThat(refused.getSQLState())
                        .isEqualTo("42501"));

        assertThat(service.jdbc().queryForObject("select count(*) from domain_event_entry", Integer.class))
                .isEqualTo(3);
    }

    /** A table that nobody granted fails here, before the code that needs it does. */
    @Test
    void givenTheSchema_whenTablesAreAdded_thenTheServiceReadsEachAndOwnsNone() {
        JdbcTemplate own = new JdbcTemplate(service.bean(DataSource.class));
        assertThat(own.queryForList(
                        "select relname from pg_class where relnamespace = 'public'::regnamespace"
                                + " and relkind in ('r', 'v') and not has_table_privilege(oid, 'select')",
                        String.class))
                .containsExactly("flyway_schema_history");
        assertThat(own.queryForList(
                        "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'"
                                + " and (pg_has_role(relowner, 'usage')"
                                + " or has_table_privilege(oid, 'truncate, references, trigger, maintain'))",
                        String.class))
                .isEmpty();
    }

    @Test
    void givenARunningService_whenItsConnectionsAreCounted_thenNoneIsTheOwners() {
        assertThat(service.jdbc()
                        .queryForObject(
                                "select count(*) from pg_stat_activity where usename = 'command_owner'", Integer.class))
                .isZero();
    }
}
