package io.vigie.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.contracts.client.ClientEvent.AccountManagerAssigned;
import io.vigie.contracts.manager.AccountManagerEvent.AccountManagerRegistered;
import io.vigie.contracts.manager.AccountManagerEvent.Personal;
import io.vigie.query.platform.Portfolio;
import io.vigie.query.testing.Lives;
import io.vigie.query.testing.Publisher;
import io.vigie.query.testing.Tokens;
import io.vigie.query.testing.WatchedService;
import io.vigie.query.testing.Watcher;
import io.vigie.query.testing.Watcher.Told;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Nobody is told by the live stream what they could not read. */
class LiveStreamReachIT extends WatchedService {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|agency-manager|400",
                "shoes|agency-manager|400",
                "clients,|agency-manager|400",
                "clients,shoes|agency-manager|400",
                "clients&language=xx|agency-manager|400",
                "clients&shoes=1|agency-manager|400",
                "clients&topics=clients|agency-manager|400",
                "dead-letters|agency-manager|403",
                "clients,dead-letters|agency-manager|403",
                "clients|operator|403",
                "models|account-manager|403",
                "dead-letters|data-scientist|403",
                "clients|administrator|403"
            })
    void givenATopicThatIsNone_orNotForTheReader_whenWatched_thenAProblem(String topics, String role, int status) {
        try (Watcher watcher = http.as(Tokens.of(role)).watch(topics)) {
            assertThat(watcher.status()).isEqualTo(status);
            assertThat(watcher.header("Content-Type")).isEqualTo("application/problem+json");
        }
        assertThat(http.as(Tokens.of(role))
                        .send("HEAD", "/api/stream?topics=" + topics)
                        .status())
                .isEqualTo(status);
    }

    @Test
    void givenHead_whenAsked_thenItEnds() {
        var answer = http.send("HEAD", "/api/stream?topics=clients");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("text/event-stream");
    }

    @Test
    void givenAReaderOfMaskedRows_whenWatching_thenNobodyIsNamed() {
        String id = Lives.id();
        try (Watcher watcher = http.as(Tokens.of("data-scientist")).watch("clients,events,account-managers")) {
            watcher.await("hello");
            publisher.send(Publisher.event(Lives.registered(id, "Zoë", "Harvey", "TX", null), 1, Lives.NOON));

            Told event = watcher.await(told -> told.isOf("events", "clientId", id));
            assertThat(event.data().get("actor").isNull()).isTrue();
            watcher.await(told -> told.isOf("clients", "clientId", id));
            assertThat(watcher.told().toString()).doesNotContain("Zoë", "Harvey", "Keith Court", "local");
        }
    }

    @Test
    void givenAccountManagers_whenAClientGoesFromOneToTheOther_thenEachIsToldOnlyOfItsOwn() {
        String ada = "ada-" + Lives.id();
        String bob = "bob-" + Lives.id();
        String moved = Lives.id();
        String foreign = Lives.id();
        String last = Lives.id();
        String topics = "clients,events,summary,account-managers";
        try (Watcher asAda = http.as(Tokens.ofAccountManager(ada)).watch(topics);
                Watcher asBob = http.as(Tokens.ofAccountManager(bob)).watch(topics);
                Watcher asNobody = http.as(Tokens.ofAccountManager(null)).watch(topics)) {
            for (Watcher watcher : List.of(asAda, asBob, asNobody)) {
                watcher.await("hello");
            }
            publisher.send(
                    Publisher.event(new AccountManagerRegistered(ada, new Personal("Ada"), 9), 1, Lives.NOON),
                    Publisher.event(new AccountManagerRegistered(bob, new Personal("Bob"), 9), 1, Lives.NOON),
                    Publisher.event(Lives.registered(foreign, "A", "B", "TX", bob), 1, Lives.NOON),
                    Publisher.event(Lives.registered(moved, "A", "B", "TX", ada), 1, Lives.NOON));
            asAda.await(told -> told.isOf("clients", "clientId", moved));
            String away = asAda.lastId();
            publisher.send(
                    Publisher.event(new AccountManagerAssigned(moved, bob, ada, null), 2, Lives.NOON),
                    Publisher.score(Lives.score(moved, 1, 2, 0.9, null)),
                    Publisher.event(Lives.registered(last, "A", "B", "TX", ada), 1, Lives.NOON));

            Told gone = asAda.await(told ->
                    told.isOf("clients", "clientId", moved) && told.data().has("gone"));
            assertThat(gone.data().toString()).isEqualTo("{\"clientId\":\"" + moved + "\",\"gone\":true}");
            asBob.await(told -> told.isOf("clients", "clientId", moved)
                    && told.data().path("risk").isObject());
            asBob.await(told ->
                    told.event().equals("summary") && told.data().get("atRisk").asInt() == 1);
            asAda.await(told -> told.isOf("clients", "clientId", last));
            asAda.await(told -> told.isOf("events", "clientId", last));
            asAda.await(told ->
                    told.event().equals("summary") && told.data().get("clients").asInt() == 1);
            try (Watcher back = http.as(Tokens.ofAccountManager(ada)).watch("clients", "Last-Event-ID", away)) {
                back.await(told ->
                        told.isOf("clients", "clientId", moved) && told.data().has("gone"));
            }
            assertThat(values(asAda, "clientId")).containsExactlyInAnyOrder(moved, last);
            assertThat(values(asAda, "accountManagerId")).containsExactly(ada);
            assertThat(asAda.told("events"))
                    .noneMatch(told -> told.isOf("events", "clientId", moved)
                            && told.data().get("version").asInt() == 2);
            assertThat(values(asBob, "clientId")).containsExactlyInAnyOrder(moved, foreign);
            assertThat(values(asBob, "accountManagerId")).containsExactly(bob);
            assertThat(asBob.told("clients")).noneMatch(told -> told.data().has("gone"));
            assertThat(values(asNobody, "clientId")).isEmpty();
            assertThat(values(asNobody, "accountManagerId")).isEmpty();
        }
    }

    private static Set<String> values(Watcher watcher, String field) {
        return watcher.told().stream()
                .map(told -> told.data().path(field).asString(""))
                .filter(value -> !value.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void givenAPortfolioThatIsTakenAlong_whenAllRowsAreAskedFor_thenPostgresGivesItsOwn() {
        String ada = "ada-" + Lives.id();
        String own = Lives.id();
        registered();
        publisher.send(Publisher.event(Lives.registered(own, "A", "B", "TX", ada), 1, Lives.NOON));
        http.until("/api/clients/" + own, json -> true);
        JdbcTemplate jdbc = new JdbcTemplate(views);

        assertThat(Portfolio.of(ada)
                        .takenAlong(() -> jdbc.queryForList("select client_id from client_view", String.class)))
                .containsExactly(own);
        assertThat(Portfolio.of(null).takenAlong(() -> jdbc.queryForList("select client_id from client_view")))
                .isEmpty();
        assertThat(jdbc.queryForList("select client_id from client_view", String.class))
                .hasSizeGreaterThan(1)
                .contains(own);
    }
}
