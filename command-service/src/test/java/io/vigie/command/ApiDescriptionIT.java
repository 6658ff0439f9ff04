package io.vigie.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.command.testing.Answer;
import io.vigie.command.testing.RunningService;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ApiDescriptionIT {

    @Test
    void givenService_whenAskedForItsApi_thenEveryCommandIsDescribed() {
        try (RunningService service = RunningService.onNewDatabase()) {
            JsonNode api = service.send("GET", "/v3/api-docs").json();

            assertThat(api.get("paths").propertyNames())
                    .contains(
                            "/api/clients",
                            "/api/clients/{clientId}",
                            "/api/clients/{clientId}/sites",
                            "/api/clients/{clientId}/purchases",
                            "/api/clients/{clientId}/account-manager",
                            "/api/clients/{clientId}/departure",
                            "/api/account-managers",
                            "/api/account-managers/{accountManagerId}/capacity",
                            "/api/account-managers/{accountManagerId}/retirement",
                            "/api/imports/clients",
                            "/api/imports/{importId}",
                            "/api/models/{name}/versions",
                            "/api/models/{name}/versions/{version}/retirement",
                            "/api/models/{name}/aliases/champion",
                            "/api/models/{name}/aliases/challenger",
                            "/api/models/{name}/proposals",
                            "/api/models/{name}/proposals/{proposalId}",
                            "/api/models/{name}/rollback");
            JsonNode register = api.at("/paths/~1api~1clients/post");
            assertThat(register.get("responses").propertyNames())
                    .contains("201")
                    .doesNotContain("200");
            assertThat(register.get("parameters")
                            .valueStream()
                            .map(parameter -> parameter.get("name").asString()))
                    .containsExactlyInAnyOrder("Idempotency-Key", "If-Match");
            assertThat(api.at("/components/schemas/RegisterClient/required").size())
                    .isEqualTo(7);
            assertThat(api.at("/components/schemas/ChangeProfile/properties").propertyNames())
                    .containsExactlyInAnyOrder("name", "company", "location", "age", "onboardedOn");
        }
    }

    @Test
    void givenRequestsMadeFromTheDescription_whenSent_thenTaken() {
        try (RunningService service = RunningService.onNewDatabase()) {
            JsonNode api = service.send("GET", "/v3/api-docs").json();

            for (String[] request : new String[][] {
                {"POST", "/api/account-managers", "RegisterAccountManager", "201"},
                {"POST", "/api/clients", "RegisterClient", "201"},
                {"PATCH", "/api/clients/made", "ChangeProfile", "200"},
                {"PUT", "/api/clients/made/sites", "ChangeSites", "200"},
                {"POST", "/api/clients/made/purchases", "RecordPurchase", "200"},
                {"PUT", "/api/account-managers/ada/capacity", "ChangeCapacity", "200"},
                {"PUT", "/api/clients/made/account-manager", "AssignAccountManager", "200"},
                {"POST", "/api/clients/made/departure", "DepartClient", "200"},
            }) {
                String body = made(api, request[2]);
                Answer answer = service.send(request[0], request[1], body);
                assertThat(answer.status())
                        .as(request[2] + " " + body + " " + answer)
                        .hasToString(request[3]);
            }
        }
    }

    @Test
    void givenAnyOperation_whenDescribed_thenItsProblemsAreToo() {
        try (RunningService service = RunningService.onNewDatabase()) {
            JsonNode api = service.send("GET", "/v3/api-docs").json();

            for (JsonNode path : api.get("paths")) {
                for (JsonNode operation : path) {
                    assertThat(operation
                                    .at("/responses/default/content/application~1problem+json/schema/$ref")
                                    .asString())
                            .isEqualTo("#/components/schemas/Problem");
                }
            }
            assertThat(api.at("/components/schemas/Problem/properties").propertyNames())
                    .contains("type", "title", "status", "detail", "instance", "errors");
            assertThat(api.at("/components/schemas/ImportProgress/properties/next/type")
                            .toString())
                    .contains("null");
        }
    }

    /** A body with every field of a schema, each of the type that is written there. */
    private static String made(JsonNode api, String schema) {
        ObjectNode body = JsonMapper.shared().createObjectNode();
        api.at("/components/schemas/" + schema + "/properties").properties().forEach(field -> {
            JsonNode described = field.getValue();
            String type = described.path("type").isArray()
                    ? described.path("type").get(0).asString()
                    : described.path("type").asString();
            String format = described.path("format").asString("");
            switch (type) {
                case "integer" -> body.put(field.getKey(), 12);
                case "number" -> body.put(field.getKey(), 9.5);
                case "boolean" -> body.put(field.getKey(), true);
                default ->
                    body.put(
                            field.getKey(),
                            format.equals("date")
                                    ? "2016-06-29"
                                    : format.equals("date-time")
                                            ? "2026-01-31T12:00:00Z"
                                            : field.getKey().equals("accountManagerId") ? "ada" : "made");
            }
        });
        return body.toString();
    }
}
