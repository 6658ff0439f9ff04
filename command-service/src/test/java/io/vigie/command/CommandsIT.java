package io.vigie.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.command.testing.Answer;
import io.vigie.command.testing.RunningService;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CommandsIT {

    private static RunningService service;
    private static Scene scene;

    @BeforeAll
    static void start() {
        service = RunningService.onNewDatabase();
        scene = new Scene(service);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void givenNewClient_whenRegistered_then201WithAddressTagTokenAndOneEvent() {
        Answer answer = service.send("POST", "/api/clients", Bodies.client("new"));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        assertThat(answer.header("Location")).isEqualTo("/api/clients/new");
        assertThat(answer.header("ETag")).isEqualTo("\"1\"");
        assertThat(answer.json().propertyNames()).containsExactlyInAnyOrder("clientId", "version", "consistencyToken");
        assertThat(answer.json().get("clientId").asString()).isEqualTo("new");
        assertThat(answer.version()).isEqualTo(1);
        assertThat(answer.json().get("consistencyToken").asString()).isEqualTo(token("new"));
        Map<String, Object> event =
                service.jdbc().queryForMap("select * from read_as_text where aggregate_identifier = 'new'");
        assertThat(event).containsEntry("event_type", "client-registered").containsEntry("version", 1L);
        assertThat(String.valueOf(event.get("payload")))
                .contains("\"state\": \"WV\"", "\"age\": 38", "\"managedElsewhere\": false");
        assertThat(String.valueOf(event.get("metadata")))
                .contains("\"actor\": \"admin\"", "\"actorKind\": \"user\"", "correlationId", "causationId");
    }

    @Test
    void givenNoId_whenRegistered_thenOneIsMadeUp() {
        Answer answer = service.send("POST", "/api/clients", Bodies.client("x").replace("\"clientId\":\"x\",", ""));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().get("clientId").asString()).hasSize(36);
    }

    @Test
    void givenRegisteredClient_whenRegisteredAgain_then409WithoutSqlOrPayload() {
        scene.register("twice");
        Answer again = service.send("POST", "/api/clients", Bodies.client("twice"));

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.problem()).isEqualTo("client-already-registered");
        assertThat(again.toString()).doesNotContain("insert", "Doe", "SQL");
        assertThat(scene.events("twice")).hasSize(1);
    }

    @Test
    void givenClient_whenProfileIsPatched_thenOnlyThatFieldChanges() {
        scene.register("patched");
        Answer changed = service.send("PATCH", "/api/clients/patched", "{\"location\":\"1 Main St, Reno, NV 89501\"}");

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.header("ETag")).isEqualTo("\"2\"");
        String payload = service.jdbc()
                .queryForObject(
                        "select payload::text from read_as_text where aggregate_identifier = 'patched' and version = 2",
                        String.class);
        assertThat(payload).contains("Jane Doe", "\"state\": \"NV\"", "\"age\": 38");
        assertThat(service.send("PATCH", "/api/clients/patched", "{}").version())
                .isEqualTo(2);
        assertThat(service.send("PATCH", "/api/clients/patched", "{\"age\":38}").version())
                .isEqualTo(2);
        assertThat(service.send("PATCH", "/api/clients/patched", "{\"age\":null}")
                        .status())
                .isEqualTo(400);
        assertThat(service.send("PATCH", "/api/clients/patched", "{\"numSites\":3}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void givenClient_whenSitesChange_thenEventOnlyIfTheyDo() {
        scene.register("sites");
        Answer changed = service.send("PUT", "/api/clients/sites/sites", "{\"numSites\":9}");
        Answer same = service.send("PUT", "/api/clients/sites/sites", "{\"numSites\":9.0}");

        assertThat(changed.version()).isEqualTo(2);
        assertThat(same.status()).isEqualTo(200);
        assertThat(same.version()).isEqualTo(2);
        assertThat(same.json().get("consistencyToken")).isEqualTo(changed.json().get("consistencyToken"));
        assertThat(scene.events("sites")).containsExactly("client-registered", "client-sites-changed");
    }

    @Test
    void givenClient_whenPurchases_thenEachIsAnEventWithTheSum() {
        scene.register("buyer");
        scene.taken("POST", "/api/clients/buyer/purchases", "{\"amount\":10.50}");
        Answer second = service.send(
                "POST",
                "/api/clients/buyer/purchases",
                "{\"amount\":10.50,\"purchasedAt\":\"2020-02-29T12:00:00+02:00\",\"reference\":\"A-1\"}");

        assertThat(second.version()).isEqualTo(3);
        assertThat(service.jdbc()
                        .queryForObject(
                                "select payload ->> 'totalPurchase' from read_as_text"
                                        + " where aggregate_identifier = 'buyer' and version = 3",
                                String.class))
                .isEqualTo("12905.75");
    }

    @Test
    void givenManagerAndClientOfOneId_whenCommanded_thenTheyAreNotMixedUp() {
        scene.manager("shared-id", 1);

        assertThat(service.send("PUT", "/api/clients/shared-id/sites", "{\"numSites\":1}")
                        .status())
                .isEqualTo(404);
        assertThat(service.send("POST", "/api/clients", Bodies.client("shared-id"))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void givenNobody_whenCommanded_then404() {
        Answer answer = service.send("PUT", "/api/clients/nobody/sites", "{\"numSites\":1}");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.problem()).isEqualTo("client-not-found");
        assertThat(service.send("PUT", "/api/account-managers/nobody/capacity", "{\"capacity\":1}")
                        .problem())
                .isEqualTo("account-manager-not-found");
    }

    private static String token(String id) {
        return String.valueOf(service.jdbc()
                .queryForObject(
                        "select max(transaction_id::bigint) from read_as_text where aggregate_identifier = ?",
                        String.class,
                        id));
    }
}
