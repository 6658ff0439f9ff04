package io.vigie.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.contracts.Headers;
import io.vigie.contracts.client.ClientEvent.AccountManagerAssigned;
import io.vigie.contracts.client.ClientEvent.AccountManagerUnassigned;
import io.vigie.contracts.client.ClientEvent.ClientDeparted;
import io.vigie.contracts.client.ClientEvent.ClientProfileChanged;
import io.vigie.contracts.client.ClientEvent.PurchaseRecorded;
import io.vigie.contracts.client.Personal;
import io.vigie.contracts.manager.AccountManagerEvent;
import io.vigie.contracts.manager.AccountManagerEvent.AccountManagerRegistered;
import io.vigie.contracts.score.Outcome;
import io.vigie.query.testing.Http;
import io.vigie.query.testing.Letters;
import io.vigie.query.testing.Lives;
import io.vigie.query.testing.Publisher;
import io.vigie.query.testing.RunningService;
import io.vigie.query.testing.Tokens;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Who must not know who somebody is reads nothing that tells it. */
@SuppressWarnings("NullAway.Init")
class MaskedAnswersIT extends RunningService {

    private static final List<String> PERSONAL =
            List.of("zenobia", "quillfeather", "wisteria", "ludmilla", "because", "po-4711", "clerk", "mrs-");

    private final String client = Lives.id();
    private final String manager = Lives.id();
    private Http scientist;

    @BeforeAll
    void life() {
        connect();
        scientist = http.as(Tokens.of("data-scientist"));
        Personal personal = new Personal("Zenobia Q.", "Quillfeather Ltd", "7 Wisteria Lane, Waco, TX 76701");
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>(List.of(
                Publisher.event(
                        new AccountManagerRegistered(manager, new AccountManagerEvent.Personal("Ludmilla"), 3),
                        1,
                        Lives.NOON),
                Publisher.event(
                        Lives.registered(client, personal.name(), personal.company(), "TX", null), 1, Lives.NOON),
                Publisher.event(
                        new ClientProfileChanged(client, personal, "TX", 43, LocalDate.parse("2013-08-30")),
                        2,
                        Lives.NOON),
                Publisher.event(
                        new PurchaseRecorded(client, BigDecimal.ONE, Lives.NOON, "PO-4711", new BigDecimal("11067.80")),
                        3,
                        Lives.NOON),
                Publisher.event(
                        new AccountManagerAssigned(client, manager, null, "because Zenobia asked"), 4, Lives.NOON),
                Publisher.event(new AccountManagerUnassigned(client, manager, "because Ludmilla left"), 5, Lives.NOON),
                Publisher.event(
                        new ClientDeparted(client, LocalDate.parse("2026-03-01"), "because of Zenobia", null),
                        6,
                        Lives.NOON),
                Publisher.event(new AccountManagerAssigned(client, manager, null, "because"), 7, Lives.NOON)));
        records.replaceAll(one -> Publisher.with(one, Headers.ACTOR, "clerk"));
        records.add(Publisher.score(Lives.score(client, 1, 1, 0.9, null)));
        records.add(Publisher.score(Lives.without(Lives.score(client, 2, 2, null, null), Outcome.UNSCORABLE)));
        records.add(Publisher.score(Lives.score(client, 3, 3, 0.8, null)));
        publisher.send(records);
        http.until(
                "/api/clients/" + client,
                json -> json.get("version").asInt() == 7
                        && json.path("risk").path("score").asDouble() == 0.8
                        && json.path("accountManager").path("name").isString());
    }

    private static JsonNode masked(Http reader, String path) {
        Http.Answer answer = reader.get(path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        assertThat(answer.response().body().toLowerCase(Locale.ROOT)).doesNotContain(PERSONAL);
        assertThat(answer.response().headers().map().toString().toLowerCase(Locale.ROOT))
                .doesNotContain(PERSONAL);
        assertThat(reader.send("HEAD", path).header("Content-Length")).isEqualTo(answer.header("Content-Length"));
        return answer.json();
    }

    private void demandThatOthersReadMore(String path) {
        assertThat(http.get(path).response().body().toLowerCase(Locale.ROOT))
                .containsAnyOf(PERSONAL.toArray(String[]::new));
    }

    @Test
    void givenAClient_whenAScientistReadsIt_thenNumbersStayAndNamesDont() {
        String path = "/api/clients/" + client;
        JsonNode shown = masked(scientist, path);

        assertThat(shown.propertyNames())
                .containsExactlyInAnyOrder(
                        "clientId",
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
        assertThat(shown.get("accountManager").toString()).isEqualTo("{\"accountManagerId\":\"" + manager + "\"}");
        assertThat(shown.get("risk")).isEqualTo(http.get(path).json().get("risk"));
        demandThatOthersReadMore(path);
    }

    @Test
    void givenClients_whenAScientistListsThem_thenPagesAreAsLongAndWithoutNames() {
        JsonNode page = masked(scientist, "/api/clients?limit=1");
        assertThat(page.get("items")).hasSize(1);
        assertThat(page.get("items").get(0).has("name")).isFalse();
        assertThat(page.has("next")).isTrue();
        JsonNode all = masked(scientist, "/api/clients?limit=500&state=TX");
        assertThat(all.get("items").size())
                .isEqualTo(http.get("/api/clients?limit=500&state=TX")
                        .json()
                        .get("items")
                        .size());
    }

    @Test
    void givenEvents_whenAScientistReadsThem_thenPayloadsHaveNoText() {
        String path = "/api/clients/" + client + "/events";
        JsonNode items = masked(scientist, path).get("items");

        assertThat(items).hasSize(7);
        assertThat(items.get(0).has("actor")).isFalse();
        assertThat(items.get(1).get("payload").propertyNames())
                .containsExactlyInAnyOrder("clientId", "state", "age", "onboardedOn");
        assertThat(items.get(2).get("payload").get("totalPurchase").decimalValue())
                .isEqualByComparingTo("11067.80");
        demandThatOthersReadMore(path);
    }

    @Test
    void givenScores_whenAScientistReadsThem_thenWhatTheModelMadeOfItIsThere() {
        String path = "/api/clients/" + client + "/scores";
        JsonNode items = masked(scientist, path).get("items");
        JsonNode whole = http.get(path).json().get("items");

        assertThat(items).hasSize(3);
        assertThat(items.get(0).get("features")).isEqualTo(whole.get(0).get("features"));
        assertThat(items.get(0).get("reasons")).isEqualTo(whole.get(0).get("reasons"));
        assertThat(items.get(0).get("model")).isEqualTo(whole.get(0).get("model"));
        assertThat(items.get(1).has("problem")).isFalse();
    }

    @Test
    void givenAccountManagers_whenAScientistReadsThem_thenTheyHaveNoNames() {
        JsonNode shown = masked(scientist, "/api/account-managers/" + manager);
        assertThat(shown.get("capacity").asInt()).isEqualTo(3);
        JsonNode items = masked(scientist, "/api/account-managers?limit=500").get("items");
        assertThat(items.size()).isPositive();
        items.forEach(item -> assertThat(item.has("name")).isFalse());
        demandThatOthersReadMore("/api/account-managers/" + manager);
    }

    @ParameterizedTest
    @ValueSource(strings = {"q=zenobia", "q=nosuchname", "q=", "q=%20&limit=x", "limit=1&q=zenobia"})
    void givenASearchByName_whenAScientistAsks_then403WhateverIsFound(String query) {
        Http.Answer answer = scientist.get("/api/clients?" + query);
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().get("type").asString()).isEqualTo("/problems/search-by-name");
        assertThat(answer.response().body()).doesNotContain("zenobia", "nosuchname");
        assertThat(scientist.send("HEAD", "/api/clients?" + query).status()).isEqualTo(403);
        assertThat(http.get("/api/clients?q=zenobia").status()).isEqualTo(200);
    }

    @Test
    void givenADeadLetter_whenAnOperatorReadsIt_thenItTellsWhereItCameFromAndNotWhatItSays() {
        Letters letters = new Letters(http, publisher);
        ProducerRecord<byte[], byte[]> good = Publisher.event(
                Lives.registered("mrs-" + Lives.id(), "Zenobia", "Quillfeather", "TX", null), 1, Lives.NOON);
        var place = publisher
                .send(Publisher.with(
                        Publisher.valued(good, Publisher.utf8("{\"personal\":{\"name\":\"Zenobia\"")),
                        Headers.ACTOR,
                        "clerk"))
                .get(0);
        JsonNode whole = letters.about(place);
        String path = "/api/dead-letters/" + whole.get("deadLetterId").asLong();
        Http operator = http.as(Tokens.of("operator"));

        JsonNode shown = masked(operator, path);
        assertThat(shown.propertyNames())
                .containsExactlyInAnyOrder(
                        "deadLetterId", "consumer", "origin", "reason", "time", "state", "decidedAt");
        assertThat(shown.get("origin")).isEqualTo(whole.get("origin"));
        assertThat(shown.get("reason")).isEqualTo(whole.get("reason"));
        JsonNode items = masked(operator, "/api/dead-letters?limit=500").get("items");
        assertThat(items).contains(shown);
        demandThatOthersReadMore(path);
        letters.evict(whole.get("deadLetterId").asLong());
    }
}
