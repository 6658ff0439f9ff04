package io.vigie.acceptance.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.acceptance.system.Answer;
import io.vigie.acceptance.system.Api;
import io.vigie.acceptance.system.Patience;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** Sends a file of clients and waits until it is worked through. */
public final class FileImport {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private FileImport() {}

    /** What the API tells of the completed import. */
    public static Answer of(Api api, Path file) throws Exception {
        Map<String, String> headers = Map.of(
                "Content-Type", "text/csv", "Idempotency-Key", UUID.randomUUID().toString());
        String content = Files.readString(file);
        Answer accepted = api.send("POST", "/api/imports/clients", content, headers);
        // The service may die before it answers.
        for (int again = 0; accepted.status() >= 500 && again < 60; again++) {
            Thread.sleep(1_000);
            accepted = api.send("POST", "/api/imports/clients", content, headers);
        }
        assertThat(accepted.status()).as(accepted.text()).isEqualTo(202);
        String path = "/api/imports/" + accepted.body().path("importId").asString();
        Patience.await(
                "the import is completed",
                PATIENCE,
                () -> api.get(path).body().path("state").asString().equals("completed"));
        return api.get(path);
    }
}
