package io.vigie.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.acceptance.data.ChurnFile;
import io.vigie.acceptance.data.FileImport;
import io.vigie.acceptance.system.Answer;
import io.vigie.acceptance.system.Patience;
import io.vigie.acceptance.system.RunningVigie;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The largest file for which it is promised when its clients have their scores. */
class TenThousandClientsIT {

    private static final int ROWS = 10_000;
    private static final Duration PROMISED = Duration.ofSeconds(30);
    private static final Duration MEASURED_AT_MOST = Duration.ofMinutes(2);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void givenTenThousandRows_whenImported_thenEachHasAScoreWithinThirtySecondsOfTheImportsEnd() throws Exception {
        ChurnFile file = ChurnFile.write(folder.resolve("clients.csv"), ROWS, 7);
        try (RunningVigie vigie = RunningVigie.start(folder.resolve("data"), Map.of())) {
            Answer told = FileImport.of(vigie.api(), file.file());
            assertThat(told.body().path("accepted").asInt()).as(told.text()).isEqualTo(ROWS);
            Instant end = Instant.parse(told.body().path("finishedAt").asString());

            Patience.await(
                    "every client has a score",
                    MEASURED_AT_MOST,
                    () -> clients(vigie) == ROWS && scored(vigie) == ROWS);

            Duration took = Duration.between(end, Instant.now());
            System.out.printf("%d clients had their scores %s after the import's end%n", ROWS, took);
            assertThat(took).isLessThanOrEqualTo(PROMISED);
        }
    }

    private static long clients(RunningVigie vigie) throws Exception {
        return vigie.api().get("/api/summary").body().path("clients").asLong();
    }

    private static long scored(RunningVigie vigie) throws Exception {
        return vigie.api().all("/api/clients").stream()
                .filter(client -> client.path("risk").path("score").isNumber())
                .count();
    }
}
