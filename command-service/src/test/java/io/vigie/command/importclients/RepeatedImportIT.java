package io.vigie.command.importclients;

import static io.vigie.command.importclients.ImportedFiles.HEADER;
import static io.vigie.command.importclients.ImportedFiles.accepted;
import static io.vigie.command.importclients.ImportedFiles.counts;
import static io.vigie.command.importclients.ImportedFiles.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vigie.command.testing.Answer;
import io.vigie.command.testing.RunningService;
import io.vigie.command.testing.Servers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The same file again: with a key, at the same time, after a stop. */
class RepeatedImportIT {

    @Test
    void givenSameKeyAndFile_whenSentAgain_thenTheFirstImportIsTold() {
        try (RunningService service = RunningService.onNewDatabase()) {
            ImportedFiles files = new ImportedFiles(service);
            String file = HEADER + row("Keyed Row", "38", "0", "0");
            Answer first = files.post(file, "Idempotency-Key", "file-1");
            Answer again = files.post(file, "Idempotency-Key", "file-1");
            Answer other = files.post(HEADER, "Idempotency-Key", "file-1");

            assertThat(first.status()).isEqualTo(202);
            assertThat(again.status()).isEqualTo(202);
            assertThat(again.json()).isEqualTo(first.json());
            assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
            assertThat(other.status()).isEqualTo(422);
        }
    }

    @Test
    void givenTwoIdenticalFilesAtOnceOverTwoInstances_whenImported_thenEachClientOnce() {
        String file = rows("Twin ", 3_000);
        String url = Servers.newDatabase();
        try (RunningService one = RunningService.on(url);
                RunningService other = RunningService.on(url)) {
            ImportedFiles here = new ImportedFiles(one);
            ImportedFiles there = new ImportedFiles(other);
            CompletableFuture<Answer> second = CompletableFuture.supplyAsync(() -> there.post(file));
            JsonNode first = here.imported(file);
            JsonNode last = there.done(accepted(second.join()));

            assertThat(first.get("accepted").asInt() + last.get("accepted").asInt())
                    .isEqualTo(3_000);
            assertThat(first.get("duplicate").asInt() + last.get("duplicate").asInt())
                    .isEqualTo(3_000);
            assertThat(here.events()).isEqualTo(3_000);
        }
    }

    @Test
    void givenServiceStoppedInTheMiddle_whenStartedAgain_thenItGoesOnAndNothingIsTwice() {
        String url = Servers.newDatabase();
        String id;
        try (RunningService first = RunningService.on(url)) {
            ImportedFiles files = new ImportedFiles(first);
            id = accepted(files.post(rows("Resumed ", 20_000)));
            String importId = id;
            await().atMost(Duration.ofMinutes(1))
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> files.progress(importId).get("processed").asInt() > 0);
        }
        try (RunningService second = RunningService.on(url)) {
            ImportedFiles files = new ImportedFiles(second);
            int atStart = files.events();
            JsonNode done = files.done(id);

            assertThat(atStart).isBetween(1, 19_999);
            assertThat(counts(done))
                    .isEqualTo("total 20000 processed 20000 accepted 20000 duplicate 0 rejected 0 conflicts 0");
            assertThat(files.events()).isEqualTo(20_000);
            assertThat(files.chunks()).isZero();
        }
    }

    private static String rows(String name, int count) {
        StringBuilder file = new StringBuilder(HEADER);
        for (int i = 0; i < count; i++) {
            file.append(row(name + i, "38", "0", "0"));
        }
        return file.toString();
    }
}
