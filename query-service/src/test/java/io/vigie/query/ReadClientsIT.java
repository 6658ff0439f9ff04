package io.vigie.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.contracts.client.ClientEvent.ClientDeparted;
import io.vigie.contracts.client.ClientEvent.ClientSitesChanged;
import io.vigie.contracts.manager.AccountManagerEvent.AccountManagerRegistered;
import io.vigie.contracts.manager.AccountManagerEvent.Personal;
import io.vigie.contracts.score.Outcome;
import io.vigie.query.testing.Lives;
import io.vigie.query.testing.Publisher;
import io.vigie.query.testing.RunningService;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ReadClientsIT extends RunningService {

    @Test
    void givenEventsAndScores_whenClientIsRead_thenEveryFieldIsThere() {
        String id = Lives.id();
        String manager = Lives.id();
        publisher.send(
                Publisher.event(new AccountManagerRegistered(manager, new Personal("Ada Byron"), 10), 1, Lives.NOON),
                Publisher.event(Lives.registered(id, "Zoë Müller", "Harvey LLC", "TX", manager), 1, Lives.NOON),
                Publisher.event(Lives.purchase(id, "12000.5"), 2, Lives.NOON),
                Publisher.event(new ClientSitesChanged(id, 9), 3, Lives.NOON));
        publisher.send(
                Publisher.score(Lives.score(id, 1, 1, 0.2, null)), Publisher.score(Lives.score(id, 2, 3, 0.7, null)));

        JsonNode client = http.until(
                "/api/clients/" + id,
                json -> json.path("version").asLong() == 3
                        && json.path("risk").path("clientVersion").asLong() == 3
                        && json.path("accountManager").path("name").isString());

        assertThat(client.propertyNames())
                .containsExactly(
                        "clientId",
                        "name",
                        "company",
                        "location",
                        "state",
                        "age",
                        "years",
                        "onboardedOn",
                        "totalPurchase",
                        "numSites",
                        "accountManager",
                        "managedElsewhere",
                        "status",
                        "version",
                        "risk");
        assertThat(client.get("name").asString()).isEqualTo("Zoë Müller");
        assertThat(client.get("totalPurchase").decimalValue()).isEqualByComparingTo("12000.5");
        assertThat(client.get("numSites").asInt()).isEqualTo(9);
        assertThat(client.get("years").asDouble()).isGreaterThan(7.22);
        assertThat(client.get("accountManager").toString())
                .isEqualTo("{\"accountManagerId\":\"" + manager + "\",\"name\":\"Ada Byron\"}");
        assertThat(client.get("risk").propertyNames())
                .containsExactly("score", "band", "reasons", "model", "modelVersion", "scoredAt", "clientVersion");
        assertThat(client.get("risk").get("score").asDouble()).isEqualTo(0.7);
        assertThat(client.get("risk").get("band").asString()).isEqualTo("high");
        assertThat(client.get("risk").get("scoredAt").asString()).isEqualTo("2026-03-01T12:00:02Z");
        var answer = http.get("/api/clients/" + id);
        assertThat(answer.header("ETag")).isEqualTo("\"3\"");
        assertThat(answer.header("X-Applied-Version")).isEqualTo("3");
        assertThat(answer.header("X-Projection-Lag-Ms")).isNotEmpty();
    }

    @Test
    void givenDeparture_whenClientIsRead_thenLastScoreStaysAndManagerIsFree() {
        String id = Lives.id();
        publisher.send(
                Publisher.event(Lives.registered(id), 1, Lives.NOON),
                Publisher.event(new ClientDeparted(id, LocalDate.parse("2026-03-01"), null, null), 2, Lives.NOON));
        publisher.send(
                Publisher.score(Lives.score(id, 1, 1, 0.9, null)),
                Publisher.score(Lives.without(Lives.score(id, 2, 2, null, null), Outcome.DEPARTED)));

        JsonNode client = http.until(
                "/api/clients/" + id,
                json -> json.path("status").asString("").equals("left")
                        && json.path("risk").isObject());

        assertThat(client.get("accountManager").isNull()).isTrue();
        assertThat(client.get("risk").get("score").asDouble()).isEqualTo(0.9);
        JsonNode scores = http.until(
                "/api/clients/" + id + "/scores", json -> json.get("items").size() == 2);
        assertThat(scores.get("items").get(0).get("outcome").asString()).isEqualTo("departed");
        assertThat(scores.get("items").get(1).toString())
                .contains("\"Account_Manager\":0.0", "\"sha256\":\"000", "\"problem\":null");
    }

    @Test
    void givenScoreBeforeItsEvent_whenBothArrived_thenBothAreRead() {
        String id = Lives.id();
        publisher.send(Publisher.score(Lives.score(id, 1, 1, 0.4, null)));
        publisher.send(Publisher.event(Lives.registered(id), 1, Lives.NOON));

        JsonNode client =
                http.until("/api/clients/" + id, json -> json.path("risk").isObject());

        assertThat(client.get("risk").get("band").asString()).isEqualTo("medium");
    }

    @Test
    void givenEvents_whenHistoryIsPaged_thenOldestFirstWithPayloadsAsPublished() {
        String id = Lives.id();
        publisher.send(
                Publisher.event(Lives.registered(id), 1, Lives.NOON),
                Publisher.event(Lives.purchase(id, "1"), 2, Lives.NOON),
                Publisher.event(Lives.purchase(id, "2.50"), 3, Lives.NOON));
        http.until("/api/clients/" + id, json -> json.path("version").asLong() == 3);

        var first = http.get("/api/clients/" + id + "/events?limit=2");
        assertThat(first.json().get("items")).hasSize(2);
        assertThat(first.json().get("items").get(0).get("type").asString()).isEqualTo("client-registered");
        String link = first.header("Link");
        assertThat(link).startsWith("</api/clients/").endsWith(">; rel=\"next\"");

        var second = http.get(link.substring(1, link.indexOf('>')));
        assertThat(second.json().get("next").isNull()).isTrue();
        assertThat(second.response().body()).contains("\"totalPurchase\":2.50");
        assertThat(second.header("Link")).isEmpty();
    }

    @Test
    void givenNobody_whenClientIsRead_then404() {
        var answer = http.get("/api/clients/nobody");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().get("type").asString()).isEqualTo("/problems/unknown-client");
    }

    @Test
    void givenNewRiskOfTheSameVersion_whenReadWithItsETag_thenItIsShown() {
        String id = Lives.id();
        String manager = Lives.id();
        publisher.send(
                Publisher.event(new AccountManagerRegistered(manager, new Personal("Ada Byron"), 10), 1, Lives.NOON),
                Publisher.event(Lives.registered(id, "Zoë Müller", "Harvey LLC", "TX", manager), 1, Lives.NOON));
        publisher.send(Publisher.score(Lives.score(id, 1, 1, 0.2, null)));
        http.until("/api/clients/" + id, json -> json.path("risk").isObject());
        publisher.send(Publisher.score(Lives.score(id, 2, 1, 0.9, null)));
        http.until("/api/clients/" + id, json -> json.path("risk").path("score").asDouble() == 0.9);

        for (String ifNoneMatch : new String[] {"\"1\"", "W/\"1\"", "*"}) {
            var client = http.get("/api/clients/" + id, "If-None-Match", ifNoneMatch);
            assertThat(client.status()).isEqualTo(200);
            assertThat(client.header("ETag")).isEqualTo("\"1\"");
            assertThat(client.header("Cache-Control")).isEqualTo("no-store");
            assertThat(client.json().get("risk").get("score").asDouble()).isEqualTo(0.9);

            var shown = http.get("/api/account-managers/" + manager, "If-None-Match", ifNoneMatch);
            assertThat(shown.status()).isEqualTo(200);
            assertThat(shown.header("ETag")).isEqualTo("\"1\"");
            assertThat(shown.header("Cache-Control")).isEqualTo("no-store");
            assertThat(shown.json().get("atRisk").asInt()).isEqualTo(1);
        }
    }
}
