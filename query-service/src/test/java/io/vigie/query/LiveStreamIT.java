package io.vigie.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.contracts.Headers;
import io.vigie.contracts.client.ClientEvent.AccountManagerAssigned;
import io.vigie.contracts.client.ClientEvent.ClientSitesChanged;
import io.vigie.contracts.manager.AccountManagerEvent.AccountManagerRegistered;
import io.vigie.contracts.manager.AccountManagerEvent.Personal;
import io.vigie.query.testing.Lives;
import io.vigie.query.testing.ModelLives;
import io.vigie.query.testing.Publisher;
import io.vigie.query.testing.Tokens;
import io.vigie.query.testing.WatchedService;
import io.vigie.query.testing.Watcher;
import io.vigie.query.testing.Watcher.Told;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever watches is told what changes: all of it, at once, and not too often. */
class LiveStreamIT extends WatchedService {

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
}
