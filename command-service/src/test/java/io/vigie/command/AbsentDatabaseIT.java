package io.vigie.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.command.testing.Answer;
import io.vigie.command.testing.RunningService;
import io.vigie.embedded.PostgresServer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database goes away under a running service and comes back. */
class AbsentDatabaseIT {

    @TempDir
    Path folder;

    @Test
    void givenNoDatabase_whenAsked_then503AndTheSameRequestSucceedsOnceItIsBack() {
        PostgresServer database = PostgresServer.start(folder.resolve("postgresql"), 0);
        database.createDatabase("commands");
        try (RunningService service = RunningService.relayingOn(
                database.jdbcUrl("commands"), database.user(), database.password(), "--vigie.relay.enabled=false")) {
            Answer kept = service.send("POST", "/api/clients", Bodies.client("kept"), "Idempotency-Key", "kept");
            database.close();

            assertNotReady(service.send("POST", "/api/clients", Bodies.client("new"), "Idempotency-Key", "new"));
            assertNotReady(service.send("PUT", "/api/clients/kept/sites", "{\"numSites\":3}"));
            Answer read = service.send("GET", "/api/imports/any");
            assertNotReady(read);
            assertThat(read.json().get("detail").asString()).endsWith("; ask again.");

            database = PostgresServer.start(folder.resolve("postgresql"), database.port());
            Answer again = service.send("POST", "/api/clients", Bodies.client("kept"), "Idempotency-Key", "kept");
            Answer late = service.send("POST", "/api/clients", Bodies.client("new"), "Idempotency-Key", "new");
            assertThat(again.json()).isEqualTo(kept.json());
            assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
            assertThat(late.status()).as(late.toString()).isEqualTo(201);
            assertThat(late.header("Idempotency-Replayed")).isEmpty();
        } finally {
            database.close();
        }
    }

    private static void assertNotReady(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(503);
        assertThat(answer.problem()).isEqualTo("not-ready");
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        assertThat(answer.toString()).doesNotContain("SQL", "127.0.0.1", "xception");
    }
}
