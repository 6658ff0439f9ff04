package io.vigie.acceptance.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.acceptance.system.Answer;
import io.vigie.acceptance.system.Api;
import io.vigie.acceptance.system.Patience;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** Sends a file of clients and waits until it is worked through. */
public final class FileImport {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private FileImport() {}

    /** What the API tells of the completed import. */
    public static Answer of(Api api, Path file) throws Exception {
        Answer accepted =
                api.send("POST", "/api/imports/clients", Files.readString(file), Map.of("Content-Type", "text/csv"));
        assertThat(accepted.status()).as(accepted.text()).isEqualTo(202);
        String path = "/api/imports/" + accepted.body().path("importId").asString();
        Patience.await(
                "the import is completed",
                PATIENCE,
                () -> api.get(path).body().path("state").asString().equals("completed"));
        return api.get(path);
    }
}
