package io.vigie.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.acceptance.data.ChurnFile;
import io.vigie.acceptance.data.FileImport;
import io.vigie.acceptance.system.Answer;
import io.vigie.acceptance.system.Patience;
import io.vigie.acceptance.system.RunningVigie;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The process that imports dies after each of its transactions, before it can note anything else. */
class KilledImportIT {

    private static final int ROWS = 1_200;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void givenAProcessThatDiesAfterEachBatch_whenItIsRestarted_thenEveryRowIsTakenOnce() throws Exception {
        ChurnFile file = ChurnFile.write(folder.resolve("clients.csv"), ROWS, 7);
        try (RunningVigie vigie = RunningVigie.start(
                folder.resolve("data"), Map.of("vigie.testing", "true", "vigie.crash-at", "import.after-batch"))) {
            Answer imported = FileImport.throughCrashes(vigie.api(), file.file());

            assertThat(Files.readString(folder.resolve("data/logs/command-service.log")))
                    .contains("goes on after 0 rows", "goes on after 500 rows", "goes on after 1000 rows");
            assertThat(imported.body().path("total").asInt()).isEqualTo(ROWS);
            assertThat(imported.body().path("accepted").asInt()).isEqualTo(ROWS);
            assertThat(imported.body().path("duplicate").asInt()).isZero();
            String path = "/api/summary?consistencyToken="
                    + imported.body().path("consistencyToken").asString();
            // The claim of the relay that died last has to run out.
            Patience.await(
                    "the views have every row",
                    Duration.ofMinutes(1),
                    () -> vigie.api().get(path).status() == 200);
            Answer summary = vigie.api().get(path);
            assertThat(summary.body().path("clients").asInt())
                    .as(summary.text())
                    .isEqualTo(ROWS);
        }
    }
}
