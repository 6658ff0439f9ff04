package io.vigie.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.query.testing.RunningService;
import io.vigie.query.testing.Servers;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a service that somebody took over could do to the rules of its rows: nothing. */
@SuppressWarnings("NullAway.Init")
class OwnsNothingIT extends RunningService {

    @Autowired
    private DataSource views;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alter table client_view disable row level security",
                "alter table client_view no force row level security",
                "drop policy portfolio on client_view",
                "create policy mine on client_view using (true)",
                "create or replace function reach() returns text language sql as 'select ''all''::text'",
                "alter view client_card set (security_invoker = false)",
                "truncate client_view",
                "truncate views_next.client_view",
                "delete from client_event",
                "update client_score set probability = 0",
                "update flyway_schema_history set success = false",
                "drop table client_view",
                "drop schema views_next cascade",
                "alter schema views rename to mine",
                "create table mine (id int)",
                "create table views_next.mine (id int)",
                "create temp table client_view (id int)",
                "create schema mine",
                "set role query_owner"
            })
    void givenTheRoleOfTheService_whenItGoesBeyondItsRows_thenRefused(String beyond) {
        JdbcTemplate own = new JdbcTemplate(views);
        assertThat(own.queryForObject("select current_user", String.class)).isEqualTo(Servers.ROLE);

        assertThatThrownBy(() -> own.execute(beyond))
                .rootCause()
                .isInstanceOfSatisfying(SQLException.class, refused -> assertThat(refused.getSQLState())
                        .isEqualTo("42501"));
    }

    /** A table that nobody granted fails here, before the code that needs it does. */
    @ParameterizedTest
    @ValueSource(strings = {"views", "views_next"})
    void givenASchema_whenTablesAreAdded_thenTheServiceReadsEachAndOwnsNone(String schema) {
        JdbcTemplate own = new JdbcTemplate(views);
        String tables =
                "select relname from pg_class where relnamespace = ?::regnamespace and relkind in ('r', 'v') and ";
        assertThat(own.queryForList(tables + "not has_table_privilege(oid, 'select')", String.class, schema))
                .containsExactly("flyway_schema_history");
        assertThat(own.queryForList(
                        tables + "(pg_has_role(relowner, 'usage')"
                                + " or has_table_privilege(oid, 'truncate, references, trigger, maintain'))",
                        String.class,
                        schema))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"empty_next()", "swap_with_next()"})
    void givenWhatTheOwnerDoesForTheService_whenAnotherRoleAsksForIt_thenRefused(String function) {
        JdbcTemplate superuser = Servers.asSuperuser(views);
        assertThat(superuser.queryForObject(
                        "select has_function_privilege(?, ?, 'execute')",
                        Boolean.class,
                        Servers.ROLE,
                        "views." + function))
                .isTrue();
        assertThat(superuser.queryForObject(
                        "select exists (select from pg_proc p, aclexplode(p.proacl) a"
                                + " where p.oid = ?::regprocedure and a.grantee = 0)",
                        Boolean.class,
                        "views." + function))
                .isFalse();
    }
}
