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

    private FileImport() {}

    /** What the API tells of the completed import. */
    public static Answer of(Api api, Path file) throws Exception {
        return of(api, file, Duration.ofMinutes(1));
    }

    /** The same for a file that takes longer. */
    public static Answer of(Api api, Path file, Duration patience) throws Exception {
        return completed(api, post(api, file, UUID.randomUUID().toString()), patience);
    }

    /** The same while the service dies again and again, perhaps before it answers. */
    public static Answer throughCrashes(Api api, Path file) throws Exception {
        String key = UUID.randomUUID().toString();
        Answer accepted = post(api, file, key);
        for (int again = 0; accepted.status() >= 500 && again < 120; again++) {
            Thread.sleep(1_000);
            accepted = post(api, file, key);
        }
        return completed(api, accepted, Duration.ofMinutes(4));
    }

    private static Answer post(Api api, Path file, String key) throws Exception {
        Map<String, String> headers = Map.of("Content-Type", "text/csv", "Idempotency-Key", key);
        return api.send("POST", "/api/imports/clients", Files.readString(file), headers);
    }

    private static Answer completed(Api api, Answer accepted, Duration patience) throws Exception {
        assertThat(accepted.status()).as(accepted.text()).isEqualTo(202);
        String path = "/api/imports/" + accepted.body().path("importId").asString();
        Patience.await(
                "the import is completed",
                patience,
                () -> api.get(path).body().path("state").asString().equals("completed"));
        return api.get(path);
    }
}
