package io.vigie.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.command.testing.Answer;
import io.vigie.command.testing.RunningService;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testcontainers.postgresql.PostgreSQLContainer;
import tools.jackson.databind.JsonNode;

/**
 * The service on PostgreSQL as its image ships it, with that image's defaults instead of the embedded server's. Needs a
 * container engine: {@code mvn verify -Pcontainers -pl command-service -am}; {@code POSTGRES_VERSION} names the image's
 * tag (18).
 */
@Tag("containers")
class ContainerPostgresIT {

    private static final String CLIENT = """
            {"clientId": "contained", "name": "Jane Doe", "company": "Doe & Sons",
             "location": "12 Elm St, Wheeling, WV 26003", "age": 38, "onboardedOn": "2016-06-29",
             "totalPurchase": 12884.75, "numSites": 12}""";

    @Test
    void givenPostgresInAContainer_whenCommandsAreSent_thenTheirEventsAreStoredAndOnTheTopicOnce() throws Exception {
        String version = System.getenv().getOrDefault("POSTGRES_VERSION", "18");
        try (PostgreSQLContainer postgres = new PostgreSQLContainer("postgres:" + version)) {
            // Testcontainers turns fsync off, and on such a server the service rightly doesn't start.
            postgres.setCommand("postgres", "-c", "fsync=on");
            postgres.start();
            try (RunningService service =
                    RunningService.relayingOn(postgres.getJdbcUrl(), postgres.getUsername(), postgres.getPassword())) {
                assertThat(service.send("POST", "/api/clients", CLIENT, "Idempotency-Key", "one")
                                .status())
                        .isEqualTo(201);
                Answer repeated = service.send("POST", "/api/clients", CLIENT, "Idempotency-Key", "one");
                assertThat(repeated.status()).isEqualTo(201);
                assertThat(repeated.header("Idempotency-Replayed")).isEqualTo("true");
                Answer changed = service.send("PUT", "/api/clients/contained/sites", "{\"numSites\": 7}");
                assertThat(changed.version()).isEqualTo(2);

                JsonNode compared = awaitPublished(service, 2);
                assertThat(compared.path("stored").asInt()).isEqualTo(2);
                assertThat(compared.path("published").asInt()).isEqualTo(2);
                assertThat(compared.path("differences").isEmpty()).isTrue();
            }
        }
    }

    private static JsonNode awaitPublished(RunningService service, int events) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        JsonNode compared = compare(service);
        while (compared.path("published").asInt() < events && System.nanoTime() < end) {
            Thread.sleep(200);
            compared = compare(service);
        }
        return compared;
    }

    private static JsonNode compare(RunningService service) {
        return service.send("POST", "/actuator/vigiereconciliation").json();
    }
}
