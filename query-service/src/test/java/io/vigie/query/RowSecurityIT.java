package io.vigie.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.vigie.access.Actor;
import io.vigie.access.Role;
import io.vigie.access.rules.Reach;
import io.vigie.contracts.manager.AccountManagerEvent.AccountManagerRegistered;
import io.vigie.contracts.manager.AccountManagerEvent.Personal;
import io.vigie.contracts.model.ModelArtefact;
import io.vigie.contracts.model.ModelDeployment;
import io.vigie.query.clientcard.ClientCards;
import io.vigie.query.platform.Portfolio;
import io.vigie.query.testing.Lives;
import io.vigie.query.testing.ModelLives;
import io.vigie.query.testing.Publisher;
import io.vigie.query.testing.RebuildRig;
import io.vigie.query.testing.RunningService;
import io.vigie.query.testing.Servers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** What a query forgets to leave out, PostgreSQL does. */
@SuppressWarnings("NullAway.Init")
class RowSecurityIT extends RunningService {

    private static final Set<String> NOBODYS_DATA =
            Set.of("projection_offset", "scored_offset", "given_up_offset", "flyway_schema_history");

    /** What account managers ask their clients' risks of. */
    private static final List<String> ANYBODYS = List.of("model_view", "model_version", "model_document");

    @Autowired
    private DataSource views;

    @Autowired
    private ClientCards clients;

    private final String ada = Lives.id();
    private final String bob = Lives.id();
    private final String own = Lives.id();
    private final String foreign = Lives.id();
    private final ModelArtefact first = ModelLives.artefact(ModelLives.name(), 1, ModelLives.churn());
    private final ModelArtefact second = ModelLives.artefact(first.name(), 2, ModelLives.churn(-15));

    @BeforeAll
    void rows() {
        connect();
        publisher.send(
                Publisher.event(new AccountManagerRegistered(ada, new Personal("Ada"), 9), 1, Lives.NOON),
                Publisher.event(new AccountManagerRegistered(bob, new Personal("Bob"), 9), 1, Lives.NOON),
                Publisher.event(Lives.registered(own, "Zoë", "Own", "TX", ada), 1, Lives.NOON),
                Publisher.event(Lives.registered(foreign, "Zoë", "Foreign", "TX", bob), 1, Lives.NOON),
                Publisher.score(Lives.score(own, 1, 1, 0.9, null)),
                Publisher.score(Lives.score(foreign, 1, 1, 0.9, null)));
        for (String id : List.of(own, foreign)) {
            http.until("/api/clients/" + id, json -> json.get("risk").isObject());
        }
        ModelDeployment deployment = ModelLives.deployment(first.name(), 4, first, second);
        publisher.send(ModelLives.two(first, second));
        publisher.send(
                ModelLives.swap(deployment, 0, 1),
                ModelLives.sketch(first, java.time.LocalDate.parse("2026-03-02"), 0, 1, 8),
                Publisher.shadow(ModelLives.score(second, Lives.score(own, 1, 1, 0.9, null), 0.2)));
        for (String table :
                List.of("model_document", "model_deployment", "model_swap", "model_sketch", "shadow_risk")) {
            http.until("/api/models/" + first.name(), json -> count(table) > 0);
        }
        new io.vigie.query.testing.Letters(http, publisher).ofBroken(foreign, 2);
    }

    @AfterEach
    void noRequest() {
        RequestContextHolder.resetRequestAttributes();
        SecurityContextHolder.clearContext();
    }

    private static void asIfAsked(Reach reach, @Nullable String accountManagerId) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        reach.grantedTo(request);
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        Actor actor = new Actor("somebody", Actor.Proof.TOKEN, Set.of(Role.ACCOUNT_MANAGER), accountManagerId);
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(actor, null, List.of()));
    }

    private List<String> ids(String table) {
        String key = table.startsWith("account") ? "account_manager_id" : "client_id";
        return new JdbcTemplate(views).queryForList("select distinct " + key + " from " + table, String.class);
    }

    @Test
    void givenAnotherThreadOfARequest_whenItAsksWithoutKnowingTheRule_thenNobodysRowsAreThere() {
        asIfAsked(Reach.OWN, ada);
        RequestContextHolder.resetRequestAttributes();

        assertThat(ids("client_card")).isEmpty();
        assertThat(clients.find(Portfolio.current(), own)).isEmpty();

        SecurityContextHolder.clearContext();
        assertThat(ids("client_card")).as("the service's own work").contains(own, foreign);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "client_view",
                "client_card",
                "client_event",
                "client_score",
                "client_risk",
                "client_fact",
                "account_manager_view",
                "account_manager_card",
                "account_manager_event"
            })
    void givenNoFilter_whenAnAccountManagerAsks_thenOnlyItsRowsAreThere(String table) {
        List<String> all = ids(table);
        asIfAsked(Reach.OWN, ada);
        List<String> adas = ids(table);
        asIfAsked(Reach.OWN, bob);
        List<String> bobs = ids(table);
        asIfAsked(Reach.OWN, null);
        List<String> nobodys = ids(table);
        asIfAsked(Reach.NONE, ada);
        List<String> strangers = ids(table);
        asIfAsked(Reach.MASKED, null);

        assertThat(ids(table)).hasSizeGreaterThanOrEqualTo(all.size());
        assertThat(all).contains(table.startsWith("account") ? ada : own, table.startsWith("account") ? bob : foreign);
        assertThat(adas).containsExactly(table.startsWith("account") ? ada : own);
        assertThat(bobs).containsExactly(table.startsWith("account") ? bob : foreign);
        assertThat(nobodys).isEmpty();
        assertThat(strangers).isEmpty();
    }

    private long count(String table) {
        return Objects.requireNonNull(
                new JdbcTemplate(views).queryForObject("select count(*) from " + table, Long.class));
    }

    @Test
    void givenModels_whenAnAccountManagerAsks_thenDocumentsAreThereAndNothingOfWhatTheyScored() {
        String documents = "select version from model_document where model_name = ? order by version";
        List<String> closed = List.of(
                "model_event", "model_deployment", "model_swap", "model_sketch", "shadow_risk", "monthly_score");
        assertThat(closed).allMatch(table -> count(table) > 0);
        long versions = count("model_version");
        asIfAsked(Reach.OWN, ada);

        assertThat(count("model_version")).isEqualTo(versions);
        assertThat(count("model_view")).isPositive();
        assertThat(new JdbcTemplate(views).queryForList(documents, Integer.class, first.name()))
                .contains(1);
        assertThat(closed).allMatch(table -> count(table) == 0);
    }

    @Test
    void givenAReadWithoutTheFirstFilter_whenAnAccountManagerAsks_thenOthersArentThere() {
        assertThat(clients.findById(foreign)).isPresent();
        asIfAsked(Reach.OWN, ada);
        assertThat(clients.findById(foreign)).isEmpty();
        assertThat(clients.findById(own)).isPresent();
    }

    @Test
    void givenConnectionsOfAccountManagers_whenTheyWrite_thenNothingIsWritten() {
        asIfAsked(Reach.OWN, ada);
        assertThatThrownBy(() -> new JdbcTemplate(views).update("update client_view set name = 'Eve'"))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void givenAConnectionThatWasToldNothing_whenItAsks_thenNoTableOfClientsHasRows() throws SQLException {
        List<String> tables = tables();
        assertThat(tables).hasSizeGreaterThan(10);
        HikariDataSource pool = views.unwrap(HikariDataSource.class);
        try (Connection plain = DriverManager.getConnection(pool.getJdbcUrl(), Servers.ROLE, Servers.ROLE_PASSWORD)) {
            JdbcTemplate jdbc = new JdbcTemplate(new SingleConnectionDataSource(plain, true));
            for (String table : tables) {
                assertThat(jdbc.queryForObject("select count(*) from views." + table, Long.class))
                        .as(table)
                        .isZero();
            }
            jdbc.queryForObject("select set_config('vigie.account_manager', ?, false)", String.class, ada);
            assertThat(jdbc.queryForList("select client_id from views.client_card", String.class))
                    .containsExactly(own);
            assertThat(jdbc.queryForList("select dead_letter_id from views.dead_letter", Long.class))
                    .isEmpty();
        }
    }

    @Test
    void givenTheSchema_whenTablesAreAddedOrBuiltAgain_thenNoneIsOpenByMistake() {
        demandThatNoneIsOpen();
        new RebuildRig(http, publisher).rebuilt("");
        demandThatNoneIsOpen();
        asIfAsked(Reach.OWN, ada);
        assertThat(ids("client_card")).containsExactly(own);
    }

    private void demandThatNoneIsOpen() {
        assertThat(new JdbcTemplate(views)
                        .queryForList(
                                "select c.relname from pg_class c where c.relnamespace = 'views'::regnamespace"
                                        + " and (c.relkind = 'r' and not (c.relrowsecurity and c.relforcerowsecurity)"
                                        + " or c.relkind = 'v' and not coalesce('security_invoker=true' = any (c.reloptions), false))",
                                String.class))
                .isSubsetOf(NOBODYS_DATA)
                .isNotEmpty();
    }

    private List<String> tables() {
        return new JdbcTemplate(views)
                        .queryForList(
                                "select relname from pg_class where relnamespace = 'views'::regnamespace and relkind in ('r', 'v')",
                                String.class)
                        .stream()
                        .filter(table -> !NOBODYS_DATA.contains(table) && !ANYBODYS.contains(table))
                        .toList();
    }
}
