package io.vigie.command.importclients;

import static io.vigie.command.importclients.ImportedFiles.HEADER;
import static io.vigie.command.importclients.ImportedFiles.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vigie.command.testing.RunningService;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Somebody asks how far an import is while a batch of it commits. */
class ProgressDuringImportIT {

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.onNewDatabase();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void givenBatchThatCommitsBetweenTwoReads_whenAsked_thenCountsAndRejectionsBelongTogether() throws Exception {
        ImportedFiles files = new ImportedFiles(service);
        String id = files.imported(HEADER + row("One Row", "38", "0", "0"))
                .get("importId")
                .asString();
        CompletableFuture<JsonNode> asked;
        try (Connection batch = DriverManager.getConnection(service.url(), service.user(), service.password());
                Statement statement = batch.createStatement()) {
            batch.setAutoCommit(false);
            statement.execute("lock table client_import in access exclusive mode");
            asked = CompletableFuture.supplyAsync(() -> files.progress(id));
            await().atMost(Duration.ofMinutes(1)).until(ProgressDuringImportIT::waitsForTheBatch);
            statement.execute("""
                    insert into client_import_finding (import_id, kind, line, column_name, reason)
                    values ('%s', 'rejection', 3, 'Age', 'is required')""".formatted(id));
            statement.execute(
                    "update client_import set total = 2, processed = 2, rejected = 1 where import_id = '" + id + "'");
            batch.commit();
        }

        JsonNode progress = asked.join();
        assertThat(progress.get("rejections").size())
                .isEqualTo(progress.get("rejected").asInt());
    }

    private static boolean waitsForTheBatch() {
        Integer waiting = service.jdbc().queryForObject("""
                select count(*) from pg_stat_activity
                where datname = current_database() and wait_event_type = 'Lock'
                  and query like '%from client_import %'""", Integer.class);
        return waiting != null && waiting > 0;
    }
}
