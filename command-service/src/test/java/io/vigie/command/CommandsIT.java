package io.vigie.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.command.testing.Answer;
import io.vigie.command.testing.RunningService;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CommandsIT {

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.onNewDatabase();
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
                .contains("\"actor\": \"local\"", "\"actorKind\": \"user\"", "correlationId", "causationId");
    }

    @Test
    void givenNoId_whenRegistered_thenOneIsMadeUp() {
        Answer answer = service.send("POST", "/api/clients", Bodies.client("x").replace("\"clientId\":\"x\",", ""));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().get("clientId").asString()).hasSize(36);
    }

    @Test
    void givenRegisteredClient_whenRegisteredAgain_then409WithoutSqlOrPayload() {
        register("twice");
        Answer again = service.send("POST", "/api/clients", Bodies.client("twice"));

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.problem()).isEqualTo("client-already-registered");
        assertThat(again.toString()).doesNotContain("insert", "Doe", "SQL");
        assertThat(events("twice")).hasSize(1);
    }

    @Test
    void givenClient_whenProfileIsPatched_thenOnlyThatFieldChanges() {
        register("patched");
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
        register("sites");
        Answer changed = service.send("PUT", "/api/clients/sites/sites", "{\"numSites\":9}");
        Answer same = service.send("PUT", "/api/clients/sites/sites", "{\"numSites\":9.0}");

        assertThat(changed.version()).isEqualTo(2);
        assertThat(same.status()).isEqualTo(200);
        assertThat(same.version()).isEqualTo(2);
        assertThat(same.json().get("consistencyToken")).isEqualTo(changed.json().get("consistencyToken"));
        assertThat(events("sites")).containsExactly("client-registered", "client-sites-changed");
    }

    @Test
    void givenClient_whenPurchases_thenEachIsAnEventWithTheSum() {
        register("buyer");
        service.send("POST", "/api/clients/buyer/purchases", "{\"amount\":10.50}");
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
    void givenManagerWithOnePlace_whenAssigned_thenCapacityHolds() {
        manager("m-one", 1);
        register("c-first");
        register("c-second");
        String assign = "{\"accountManagerId\":\"m-one\",\"reason\":\"closest\"}";

        assertThat(service.send("PUT", "/api/clients/c-first/account-manager", assign)
                        .version())
                .isEqualTo(2);
        Answer same = service.send("PUT", "/api/clients/c-first/account-manager", assign);
        assertThat(same.status()).isEqualTo(200);
        assertThat(same.version()).isEqualTo(2);
        Answer full = service.send("PUT", "/api/clients/c-second/account-manager", assign);
        assertThat(full.status()).isEqualTo(409);
        assertThat(full.problem()).isEqualTo("capacity-exceeded");
        assertThat(service.send("PUT", "/api/account-managers/m-one/capacity", "{\"capacity\":0}")
                        .problem())
                .isEqualTo("capacity-below-load");
        assertThat(service.send("POST", "/api/account-managers/m-one/retirement")
                        .problem())
                .isEqualTo("account-manager-has-clients");
        assertThat(service.send("POST", "/api/clients", Bodies.client("c-third", "m-one"))
                        .problem())
                .isEqualTo("capacity-exceeded");

        assertThat(service.send("DELETE", "/api/clients/c-first/account-manager")
                        .version())
                .isEqualTo(3);
        assertThat(service.send("DELETE", "/api/clients/c-first/account-manager")
                        .version())
                .isEqualTo(3);
        assertThat(service.send("PUT", "/api/clients/c-second/account-manager", assign)
                        .status())
                .isEqualTo(200);
        assertThat(load("m-one")).isEqualTo(1);
    }

    @Test
    void givenTwoManagers_whenMoved_thenPlaceIsFreedAndTaken() {
        manager("m-a", 5);
        manager("m-b", 5);
        assertThat(service.send("POST", "/api/clients", Bodies.client("moved", "m-b"))
                        .status())
                .isEqualTo(201);
        service.send("PUT", "/api/clients/moved/account-manager", "{\"accountManagerId\":\"m-a\"}");

        assertThat(List.of(load("m-a"), load("m-b"))).containsExactly(1, 0);
        service.send("PUT", "/api/clients/moved/account-manager", "{\"accountManagerId\":\"m-b\"}");
        assertThat(List.of(load("m-a"), load("m-b"))).containsExactly(0, 1);
    }

    @Test
    void givenDepartedClient_whenAssigned_then409AndThePlaceWasFreed() {
        manager("m-left", 1);
        service.send("POST", "/api/clients", Bodies.client("leaver", "m-left"));
        String departure = "{\"leftOn\":\"2024-01-31\",\"reason\":\"too dear\"}";

        assertThat(service.send("POST", "/api/clients/leaver/departure", departure)
                        .version())
                .isEqualTo(2);
        assertThat(load("m-left")).isZero();
        assertThat(service.send("POST", "/api/clients/leaver/departure", departure)
                        .version())
                .isEqualTo(2);
        assertThat(service.send("POST", "/api/clients/leaver/departure", "{\"leftOn\":\"2024-02-01\"}")
                        .problem())
                .isEqualTo("client-already-departed");
        assertThat(service.send("PUT", "/api/clients/leaver/account-manager", "{\"accountManagerId\":\"m-left\"}")
                        .problem())
                .isEqualTo("client-departed");
        assertThat(service.send("POST", "/api/clients/leaver/purchases", "{\"amount\":1}")
                        .version())
                .isEqualTo(3);
        assertThat(service.send("DELETE", "/api/clients/leaver/departure").version())
                .isEqualTo(4);
        assertThat(service.send("DELETE", "/api/clients/leaver/departure").version())
                .isEqualTo(4);
        assertThat(load("m-left")).isZero();
        assertThat(service.send("PUT", "/api/clients/leaver/account-manager", "{\"accountManagerId\":\"m-left\"}")
                        .version())
                .isEqualTo(5);
    }

    @Test
    void givenUnknownOrRetiredManager_whenAssigned_then422Or409() {
        register("orphan");
        manager("m-gone", 3);
        Answer retired = service.send("POST", "/api/account-managers/m-gone/retirement");

        assertThat(retired.status()).isEqualTo(200);
        assertThat(retired.version()).isEqualTo(2);
        assertThat(service.send("POST", "/api/account-managers/m-gone/retirement")
                        .version())
                .isEqualTo(2);
        assertThat(service.send("PUT", "/api/account-managers/m-gone/capacity", "{\"capacity\":9}")
                        .problem())
                .isEqualTo("account-manager-retired");
        Answer gone = service.send("PUT", "/api/clients/orphan/account-manager", "{\"accountManagerId\":\"m-gone\"}");
        assertThat(gone.status()).isEqualTo(409);
        assertThat(gone.problem()).isEqualTo("account-manager-retired");
        Answer unknown = service.send(
                "PUT", "/api/clients/orphan/account-manager", "{\"accountManagerId\":\"m-?\"}".replace('?', 'x'));
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.problem()).isEqualTo("unknown-account-manager");
        assertThat(events("orphan")).hasSize(1);
    }

    @Test
    void givenManager_whenCapacityChanges_thenAnswerNamesTheManager() {
        Answer registered = service.send(
                "POST", "/api/account-managers", "{\"accountManagerId\":\"m-cap\",\"name\":\"Mo\",\"capacity\":2}");
        assertThat(registered.status()).isEqualTo(201);
        assertThat(registered.header("Location")).isEqualTo("/api/account-managers/m-cap");
        assertThat(registered.json().get("accountManagerId").asString()).isEqualTo("m-cap");
        assertThat(service.send("PUT", "/api/account-managers/m-cap/capacity", "{\"capacity\":7}")
                        .version())
                .isEqualTo(2);
        assertThat(service.send("PUT", "/api/account-managers/m-cap/capacity", "{\"capacity\":7}")
                        .version())
                .isEqualTo(2);
        assertThat(service.send(
                                "POST",
                                "/api/account-managers",
                                "{\"accountManagerId\":\"m-cap\",\"name\":\"Mo\",\"capacity\":2}")
                        .problem())
                .isEqualTo("account-manager-already-registered");
    }

    @Test
    void givenManagerAndClientOfOneId_whenCommanded_thenTheyAreNotMixedUp() {
        manager("shared-id", 1);

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

    private static void register(String id) {
        Answer answer = service.send("POST", "/api/clients", Bodies.client(id));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    }

    private static void manager(String id, int capacity) {
        Answer answer = service.send(
                "POST",
                "/api/account-managers",
                "{\"accountManagerId\":\"" + id + "\",\"name\":\"Mo\",\"capacity\":" + capacity + "}");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    }

    private static int load(String manager) {
        Integer load = service.jdbc()
                .queryForObject(
                        "select load from account_manager_place where account_manager_id = ?", Integer.class, manager);
        return load == null ? -1 : load;
    }

    private static List<String> events(String id) {
        return service.jdbc()
                .queryForList(
                        "select event_type from read_as_text where aggregate_identifier = ? order by version",
                        String.class,
                        id);
    }

    private static String token(String id) {
        return String.valueOf(service.jdbc()
                .queryForObject(
                        "select max(transaction_id::bigint) from read_as_text where aggregate_identifier = ?",
                        String.class,
                        id));
    }
}
