package io.vigie.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.command.testing.RunningService;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

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
                            "/api/imports/{importId}");
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
}
