package io.vigie.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.contracts.Headers;
import io.vigie.contracts.client.ClientEvent.AccountManagerAssigned;
import io.vigie.contracts.client.ClientEvent.ClientSitesChanged;
import io.vigie.contracts.manager.AccountManagerEvent.AccountManagerRegistered;
import io.vigie.contracts.manager.AccountManagerEvent.Personal;
import io.vigie.query.changes.Change;
import io.vigie.query.changes.Notices;
import io.vigie.query.platform.Portfolio;
import io.vigie.query.testing.Lives;
import io.vigie.query.testing.ModelLives;
import io.vigie.query.testing.Publisher;
import io.vigie.query.testing.RebuildRig;
import io.vigie.query.testing.RunningService;
import io.vigie.query.testing.Servers;
import io.vigie.query.testing.Tokens;
import io.vigie.query.testing.Watcher;
import io.vigie.query.testing.Watcher.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever watches is told what changes: all of it, of nobody else's clients, and not too often. */
@SuppressWarnings("NullAway.Init")
class LiveStreamIT extends RunningService {

    @Autowired
    private DataSource views;

    private String registered() {
        String id = Lives.id();
        publisher.send(Publisher.event(Lives.registered(id), 1, Lives.NOON));
        http.until("/api/clients/" + id, json -> true);
        return id;
    }

    private void sites(String id, int version) {
        publisher.send(Publisher.event(new ClientSitesChanged(id, version), version, Lives.NOON));
    }

    private static boolean isVersion(Told told, String id, int version) {
        return told.isOf("clients", "clientId", id)
                && told.data().path("version").asInt() == version;
    }

    @Test
    void givenAWatcher_whenAClientIsRegisteredAndScored_thenItIsToldAtOnceAndWithoutWhoItIs() {
        String id = Lives.id();
        try (Watcher watcher = http.watch("clients", "Accept", "text/event-stream")) {
            assertThat(watcher.status()).isEqualTo(200);
            assertThat(watcher.header("Content-Type")).startsWith("text/event-stream");
            assertThat(watcher.header("Cache-Control")).isEqualTo("no-store");
            assertThat(watcher.header("X-Accel-Buffering")).isEqualTo("no");
            assertThat(watcher.await("hello").data().toString()).isEqualTo("{\"topics\":[\"clients\"]}");

            publisher.send(
                    Publisher.event(Lives.registered(id, "Zoë", "Harvey", "TX", "ada"), 1, Lives.NOON),
                    Publisher.score(Lives.score(id, 1, 1, 0.7, null)));

            Told scored = watcher.await(told -> told.isOf("clients", "clientId", id)
                    && told.data().path("risk").isObject());
            assertThat(scored.data().propertyNames())
                    .containsExactlyInAnyOrder(
                            "clientId",
                            "version",
                            "status",
                            "state",
                            "numSites",
                            "totalPurchase",
                            "years",
                            "accountManager",
                            "managedElsewhere",
                            "risk");
            assertThat(scored.data().path("accountManager").toString()).isEqualTo("{\"accountManagerId\":\"ada\"}");
            assertThat(scored.data().path("risk"))
                    .isEqualTo(http.get("/api/clients/" + id).json().get("risk"));
            watcher.await("standing");
        }
    }

    @Test
    void givenALanguage_whenAClientIsScored_thenReasonsAreToldInIt() {
        String id = registered();
        try (Watcher english = http.watch("clients");
                Watcher french = http.watch("clients&language=fr")) {
            english.await("hello");
            french.await("hello");
            publisher.send(Publisher.score(Lives.score(id, 1, 1, 0.7, null)));

            for (Watcher watcher : List.of(english, french)) {
                Told told = watcher.await(one -> one.isOf("clients", "clientId", id)
                        && one.data().path("risk").isObject());
                assertThat(told.data().at("/risk/reasons"))
                        .isEqualTo(http.get("/api/clients/" + id, "Accept-Language", watcher == french ? "fr" : "en")
                                .json()
                                .at("/risk/reasons"));
            }
        }
    }

    @Test
    void givenAClientThatChangesAllTheTime_whenWatched_thenFourTimesASecondAndTheLastStateInTheEnd()
            throws InterruptedException {
        String id = registered();
        try (Watcher watcher = http.watch("clients")) {
            watcher.await("hello");
            long begin = System.nanoTime();
            for (int version = 2; version <= 61; version++) {
                sites(id, version);
                Thread.sleep(40);
            }

            watcher.await(told -> isVersion(told, id, 61));
            List<Told> told = watcher.told("clients").stream()
                    .filter(one -> one.isOf("clients", "clientId", id))
                    .toList();
            // Whenever they arrive here, they were sent in that time.
            int most = (int) ((System.nanoTime() - begin) / 250_000_000) + 2;
            assertThat(told).hasSizeBetween(5, most);
        }
    }

    @Test
    void givenAWatcherThatWasAway_whenItComesBack_thenItMissesNothingAndIdsRise() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            ids.add(registered());
        }
        String last;
        try (Watcher watcher = http.watch("clients,events")) {
            watcher.await("hello");
            ids.subList(0, 10).forEach(id -> sites(id, 2));
            watcher.await(told -> isVersion(told, ids.get(3), 2));
            // Somewhere in the middle.
            last = watcher.lastId();
            assertRising(watcher);
        }
        ids.subList(10, 20).forEach(id -> sites(id, 2));
        ids.forEach(id -> sites(id, 3));
        ids.forEach(id ->
                http.until("/api/clients/" + id, json -> json.get("version").asInt() == 3));

        try (Watcher back = http.watch("clients,events", "Last-Event-ID", last)) {
            ids.forEach(id -> back.await(told -> isVersion(told, id, 3)));
            ids.subList(10, 20)
                    .forEach(id -> back.await(told -> told.isOf("events", "clientId", id)
                            && told.data().get("version").asInt() == 2));
            assertThat(back.told("reset")).isEmpty();
            assertThat(number(back.told().get(0).id())).isGreaterThan(number(last));
            assertRising(back);
        }
    }

    @Test
    void givenMoreMissedThanIsToldOneByOne_whenOneComesBack_thenTheyReadEverythingAgainButForTheNumbers() {
        String last;
        try (Watcher watcher = http.watch("clients")) {
            last = watcher.await("hello").id();
            String id = registered();
            List<Change> changes = IntStream.range(0, 1_500)
                    .mapToObj(i -> Change.client("missed-" + i, 1, 1))
                    .toList();
            new TransactionTemplate(new JdbcTransactionManager(views))
                    .executeWithoutResult(status -> Notices.tell(new JdbcTemplate(views), changes));
            sites(id, 2);
            watcher.await(told -> isVersion(told, id, 2));
        }

        try (Watcher back = http.watch("clients", "Last-Event-ID", last)) {
            back.await("reset");
        }
        try (Watcher back = http.watch("summary", "Last-Event-ID", last)) {
            back.await("summary");
            assertThat(back.told("reset")).isEmpty();
        }
    }

    @Test
    void givenAnIdOfEachEvent_whenItIsTheLastThatCame_thenNothingBehindItIsMissed() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            ids.add(registered());
        }
        List<Told> all;
        try (Watcher watcher = http.watch("clients")) {
            watcher.await("hello");
            for (int version = 2; version <= 4; version++) {
                int next = version;
                ids.forEach(id -> sites(id, next));
            }
            ids.forEach(id -> watcher.await(told -> isVersion(told, id, 4)));
            all = watcher.told();
        }

        for (int seen = 0; seen < all.size(); seen++) {
            List<Told> before = all.subList(0, seen + 1);
            try (Watcher back =
                    http.watch("clients", "Last-Event-ID", all.get(seen).id())) {
                ids.stream()
                        .filter(id -> before.stream().noneMatch(told -> isVersion(told, id, 4)))
                        .forEach(id -> back.await(told -> isVersion(told, id, 4)));
                assertThat(back.told("reset")).isEmpty();
            }
        }
    }

    private static void assertRising(Watcher watcher) {
        List<Long> numbers =
                watcher.told().stream().map(told -> number(told.id())).toList();
        assertThat(numbers).isSorted().doesNotHaveDuplicates();
    }

    private static long number(String id) {
        return Long.parseLong(id.substring(id.indexOf('-') + 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1",
                "abc",
                "0",
                "000000000000-1",
                "99999999999999999999999999999999999999",
                "' or 1=1",
                "${jndi:ldap://x}"
            })
    void givenAnIdThatNobodyGave_whenWatched_thenEverythingHasToBeReadAgain(String id) {
        try (Watcher watcher = http.watch("clients", "Last-Event-ID", id)) {
            assertThat(watcher.status()).isEqualTo(200);
            watcher.await("hello");
            watcher.await("reset");
        }
    }

    @Test
    void givenAnIdFromTheFuture_whenWatched_thenEverythingHasToBeReadAgain() {
        String id;
        try (Watcher watcher = http.watch("clients")) {
            id = watcher.await("hello").id();
        }
        try (Watcher watcher = http.watch("clients", "Last-Event-ID", id.replaceAll("-.*", "-9") + "0".repeat(16))) {
            watcher.await("reset");
        }
    }

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
    void givenEveryOtherTopic_whenItChanges_thenItIsTold() {
        String manager = "m-" + Lives.id();
        String former = "f-" + Lives.id();
        String id = Lives.id();
        try (Watcher watcher = http.as(Tokens.of("auditor")).watch("summary,account-managers,events,dead-letters")) {
            watcher.await("hello");
            publisher.send(
                    Publisher.event(new AccountManagerRegistered(manager, new Personal("Ada"), 9), 1, Lives.NOON),
                    Publisher.event(new AccountManagerRegistered(former, new Personal("Bob"), 9), 1, Lives.NOON),
                    Publisher.event(Lives.registered(id, "Zoë", "Harvey", "TX", former), 1, Lives.NOON),
                    Publisher.score(Lives.score(id, 1, 1, 0.9, null)));
            watcher.await(told -> told.isOf("account-managers", "accountManagerId", former)
                    && told.data().get("atRisk").asInt() == 1);
            publisher.send(
                    Publisher.event(new AccountManagerAssigned(id, manager, former, null), 2, Lives.NOON),
                    Publisher.with(
                            Publisher.event(new ClientSitesChanged(id, 3), 3, Lives.NOON), Headers.REVISION, "9"));

            Told gained = watcher.await(told -> told.isOf("account-managers", "accountManagerId", manager)
                    && told.data().get("load").asInt() == 1
                    && told.data().get("atRisk").asInt() == 1);
            assertThat(gained.data().has("name")).isFalse();
            watcher.await(told -> told.isOf("account-managers", "accountManagerId", former)
                    && told.data().get("load").asInt() == 0);
            Told event = watcher.await(told -> told.isOf("events", "clientId", id)
                    && told.data().get("version").asInt() == 2);
            assertThat(event.data().propertyNames())
                    .containsExactlyInAnyOrder("clientId", "version", "eventId", "type", "revision", "time", "actor");
            assertThat(event.data().get("actor").asString()).isEqualTo("local");
            Told letter = watcher.await("dead-letters");
            assertThat(letter.data().propertyNames()).containsExactlyInAnyOrder("deadLetterId", "consumer", "state");
            String of = letter.data().get("deadLetterId").asString();
            http.post("/api/dead-letters/" + of + "/evict", "");
            watcher.await(told -> told.isOf("dead-letters", "deadLetterId", of)
                    && told.data().get("state").asString().equals("evicted"));
            long clients = http.get("/api/summary").json().get("clients").asLong();
            watcher.await(told -> told.event().equals("summary")
                    && told.data().get("clients").asLong() == clients
                    && told.data().get("byBand").has("high"));
        }
    }

    @Test
    void givenAModel_whenItChanges_thenWhatScoresIsTold() {
        String name = ModelLives.name();
        try (Watcher watcher = http.as(Tokens.of("operator")).watch("models")) {
            watcher.await("hello");
            publisher.send(ModelLives.two(
                    ModelLives.artefact(name, 1, ModelLives.churn()),
                    ModelLives.artefact(name, 2, ModelLives.churn(-19))));

            Told told = watcher.await(one -> one.isOf("models", "name", name)
                    && one.data().path("revision").asInt() == 4);
            assertThat(told.data().toString())
                    .isEqualTo("{\"name\":\"" + name + "\",\"revision\":4,\"champion\":1,\"challenger\":2}");
        }
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

    @Test
    void givenTheConnectionThatListensIsKilled_whenThereIsAnother_thenEverybodyReadsAgainAndItGoesOn() {
        String id = registered();
        try (Watcher watcher = http.watch("clients")) {
            String before = watcher.await("hello").id();
            Servers.asSuperuser(views)
                    .queryForList("select pg_terminate_backend(pid) from pg_stat_activity"
                            + " where application_name = 'query-service-stream' and datname = current_database()");

            String after = watcher.await("reset").id();
            assertThat(after.substring(0, 12)).isNotEqualTo(before.substring(0, 12));
            sites(id, 2);
            watcher.await(told -> isVersion(told, id, 2));
            try (Watcher back = http.watch("clients", "Last-Event-ID", before)) {
                back.await("reset");
            }
        }
    }

    @Test
    void givenALookThatFails_whenItIsPossibleAgain_thenWhatChangedIsToldAndNothingHasToBeReadAgain()
            throws InterruptedException {
        String id = registered();
        JdbcTemplate owner = Servers.asSuperuser(views);
        try (Watcher watcher = http.watch("clients")) {
            watcher.await("hello");
            sites(id, 2);
            watcher.await(told -> isVersion(told, id, 2));
            int before = watcher.told("clients").size();
            owner.execute("revoke select on client_card from \"" + Servers.ROLE + "\"");
            try {
                new TransactionTemplate(new JdbcTransactionManager(views))
                        .executeWithoutResult(
                                status -> Notices.tell(new JdbcTemplate(views), List.of(Change.client(id, 1, 1))));
                Thread.sleep(400);
                assertThat(watcher.told("clients")).hasSize(before);
            } finally {
                owner.execute("grant select on client_card to \"" + Servers.ROLE + "\"");
            }

            watcher.await(one -> watcher.told("clients").size() > before);
            assertThat(watcher.told("reset")).isEmpty();
        }
    }

    @Test
    void givenAProjectionThatIsRolledBack_orWritesElsewhere_whenWatched_thenNothingIsTold() {
        String rolledBack = registered();
        String elsewhere = registered();
        String told = registered();
        JdbcTemplate jdbc = new JdbcTemplate(views);
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(views));
        try (Watcher watcher = http.watch("clients")) {
            watcher.await("hello");
            sites(told, 2);
            watcher.await(one -> isVersion(one, told, 2));
            int before = watcher.told("clients").size();
            transaction.executeWithoutResult(status -> {
                Notices.tell(jdbc, List.of(Change.client(rolledBack, 1, 1)));
                status.setRollbackOnly();
            });
            transaction.executeWithoutResult(status -> {
                jdbc.execute("set local search_path = views_next");
                Notices.tell(jdbc, List.of(Change.client(elsewhere, 1, 1)));
            });
            transaction.executeWithoutResult(status -> Notices.tell(jdbc, List.of(Change.client(told, 1, 1))));

            watcher.await(one -> watcher.told("clients").size() > before);
            assertThat(watcher.told("clients").subList(before, before + 1))
                    .allMatch(one -> one.isOf("clients", "clientId", told));
        }
    }

    @Test
    void givenNoticesOfSomebodyElse_whenTheyCome_thenTheyArePassedOver() {
        String id = registered();
        JdbcTemplate jdbc = new JdbcTemplate(views);
        try (Watcher watcher = http.watch("clients")) {
            watcher.await("hello");
            for (String garbage :
                    List.of("", "x", "c", "c a b c", "z c-1", "c " + "x".repeat(65), "c a 1 99999999999999999999")) {
                jdbc.query("select pg_notify('vigie_views', ?)", row -> {}, garbage);
            }
            sites(id, 2);
            watcher.await(told -> isVersion(told, id, 2));
            assertThat(watcher.told("reset")).isEmpty();
        }
    }

    @Test
    void givenRebuiltViews_whenTheyTakeTheirPlace_thenEverybodyReadsAgain() {
        RebuildRig rig = new RebuildRig(http, publisher);
        rig.history(2);
        try (Watcher watcher = http.watch("clients")) {
            watcher.await("hello");
            rig.rebuilt("{\"dryRun\":true}");
            assertThat(watcher.told("reset")).isEmpty();
            rig.rebuilt("{}");

            watcher.await("reset");
            String id = registered();
            watcher.await(told -> told.isOf("clients", "clientId", id));
        }
    }
}
