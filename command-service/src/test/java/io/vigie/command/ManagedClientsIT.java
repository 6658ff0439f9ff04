package io.vigie.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.command.testing.Answer;
import io.vigie.command.testing.RunningService;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Clients in the hands of account managers, who have a capacity and may retire. */
class ManagedClientsIT {

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
    void givenManagerWithOnePlace_whenAssigned_thenCapacityHolds() {
        scene.manager("m-one", 1);
        scene.register("c-first");
        scene.register("c-second");
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
        assertThat(scene.load("m-one")).isEqualTo(1);
    }

    @Test
    void givenTwoManagers_whenMoved_thenPlaceIsFreedAndTaken() {
        scene.manager("m-a", 5);
        scene.manager("m-b", 5);
        assertThat(service.send("POST", "/api/clients", Bodies.client("moved", "m-b"))
                        .status())
                .isEqualTo(201);
        scene.taken("PUT", "/api/clients/moved/account-manager", "{\"accountManagerId\":\"m-a\"}");

        assertThat(List.of(scene.load("m-a"), scene.load("m-b"))).containsExactly(1, 0);
        scene.taken("PUT", "/api/clients/moved/account-manager", "{\"accountManagerId\":\"m-b\"}");
        assertThat(List.of(scene.load("m-a"), scene.load("m-b"))).containsExactly(0, 1);
    }

    @Test
    void givenDepartedClient_whenAssigned_then409AndThePlaceWasFreed() {
        scene.manager("m-left", 1);
        scene.taken("POST", "/api/clients", Bodies.client("leaver", "m-left"));
        String departure = "{\"leftOn\":\"2024-01-31\",\"reason\":\"too dear\"}";

        assertThat(service.send("POST", "/api/clients/leaver/departure", departure)
                        .version())
                .isEqualTo(2);
        assertThat(scene.load("m-left")).isZero();
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
        assertThat(scene.load("m-left")).isZero();
        assertThat(service.send("PUT", "/api/clients/leaver/account-manager", "{\"accountManagerId\":\"m-left\"}")
                        .version())
                .isEqualTo(5);
    }

    @Test
    void givenUnknownOrRetiredManager_whenAssigned_then422Or409() {
        scene.register("orphan");
        scene.manager("m-gone", 3);
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
        assertThat(scene.events("orphan")).hasSize(1);
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
}
