package io.vigie.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.acceptance.check.Checker;
import io.vigie.acceptance.faults.ForgedRecords;
import io.vigie.acceptance.load.Journal;
import io.vigie.acceptance.load.Load;
import io.vigie.acceptance.load.Operation;
import io.vigie.acceptance.load.Outcome;
import io.vigie.acceptance.load.Watcher;
import io.vigie.acceptance.system.Answer;
import io.vigie.acceptance.system.Json;
import io.vigie.acceptance.system.Rest;
import io.vigie.acceptance.system.RunningVigie;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Proves the checker: each bug that is planted here turns it red in the way that the bug deserves. The same faults
 * without the bug leave it green, or show nothing but the fault itself.
 */
@Tag("proof")
class CheckerProofIT {

    private static final Duration SETTLE = Duration.ofSeconds(60);
    private static final Duration SETTLE_WITH_A_BUG = Duration.ofSeconds(15);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void givenNoBug_whenAllOfThatHappens_thenNothingIsFoundButWhatWasForged() throws Exception {
        RunningVigie vigie = RunningVigie.start(folder.resolve("data"), Map.of("vigie.testing", "true"));
        try (vigie;
                Journal journal = new Journal(folder.resolve("journal.jsonl"));
                Watcher watcher = Watcher.of(vigie.api(), 7)) {
            repeatCommands(vigie, journal);
            abortANextRecord(vigie, journal);
            vigie.down();
            vigie.configure(Map.of("vigie.testing", "true", "vigie.crash-at", "relay.after-send"));
            vigie.upWithoutWaiting();
            Thread.sleep(15_000);
            vigie.down();
            vigie.configure(Map.of());
            vigie.up();
            load(vigie, journal, Duration.ofSeconds(4));
            Rest.await(vigie, SETTLE);
            assertThat(Checker.findings(vigie, journal, watcher.transcript())).isEmpty();

            repeatOldRecords(vigie, journal);
            Rest.await(vigie, SETTLE);
            assertThat(Checker.findings(vigie, journal))
                    .isNotEmpty()
                    .allMatch(finding -> finding.startsWith("twice on its topic"));
        }
    }

    @Test
    void givenThePositionIsSavedBeforeTheAcknowledgement_whenTheRelayDies_thenEventsAreMissed() throws Exception {
        List<String> findings = withBug(
                Map.of(
                        "vigie.planted-bug", "position-before-acknowledgement",
                        "vigie.crash-at", "relay.after-send"),
                (vigie, journal) -> load(vigie, journal, Duration.ofSeconds(15)));
        assertThat(findings).anyMatch(finding -> finding.startsWith("never sent"));
    }

    @Test
    void givenNoVersionGuard_whenARecordComesTwice_thenAViewDisagreesWithItsEvents() throws Exception {
        assertThat(withBug(Map.of("vigie.planted-bug", "no-version-guard"), this::repeatOldRecords))
                .anyMatch(finding -> finding.contains("by the events"));
    }

    @Test
    void givenUncommittedReads_whenATransactionIsAborted_thenAViewShowsWhatNeverHappened() throws Exception {
        assertThat(withBug(Map.of("vigie.planted-bug", "read-uncommitted"), this::abortANextRecord))
                .anyMatch(finding -> finding.contains("by the events"));
    }

    @Test
    void givenNoIdempotencyRow_whenACommandIsRepeated_thenItHasTwoEvents() throws Exception {
        assertThat(withBug(Map.of("vigie.planted-bug", "no-idempotency-row"), this::repeatCommands))
                .anyMatch(finding -> finding.endsWith("has 2 events"));
    }

    @Test
    void givenAsynchronousCommits_whenPostgresqlIsKilled_thenAcceptedCommandsAreGone() throws Exception {
        assertThat(withBug(Map.of("vigie.planted-bug", "asynchronous-commit"), (vigie, journal) -> {
                    commitAsynchronously(vigie);
                    for (int round = 0; round < 2; round++) {
                        Load load = new Load(vigie.api(), journal, "a" + round, 400, List.of("nobody"));
                        // Its commits would flush the log of the others too.
                        vigie.signal("query-service", "STOP");
                        load.start(round);
                        Thread.sleep(3000);
                        vigie.kill(List.of("postgresql"));
                        vigie.signal("query-service", "CONT");
                        vigie.awaitReady();
                        load.stop();
                    }
                }))
                .anyMatch(finding -> finding.contains("there is no such event"));
    }

    @Test
    void givenAStreamWithoutResume_whenSomebodyComesBack_thenTheyWereNotToldOfWhatTheyMissed() throws Exception {
        Map<String, String> settings = Map.of("vigie.testing", "true", "vigie.planted-bug", "stream-without-resume");
        try (RunningVigie vigie = RunningVigie.start(folder.resolve("data"), settings);
                Journal journal = new Journal(folder.resolve("journal.jsonl"));
                Watcher watcher = Watcher.of(vigie.api(), 7)) {
            load(vigie, journal, Duration.ofSeconds(10));
            Rest.await(vigie, SETTLE);
            assertThat(watcher.returns()).isPositive();
            assertThat(Checker.findings(vigie, journal, watcher.transcript()))
                    .anyMatch(finding -> finding.endsWith("was never told"));
        }
    }

    private static void commitAsynchronously(RunningVigie vigie) throws Exception {
        try (Connection connection =
                        DriverManager.getConnection(vigie.eventStoreUrl(), vigie.user(), vigie.password());
                Statement statement = connection.createStatement()) {
            statement.execute("alter database vigie_events set synchronous_commit = off");
            // By default it writes so often that hardly a commit is at risk when the server dies.
            statement.execute("alter system set wal_writer_delay = '10s'");
            statement.execute("select pg_reload_conf()");
        }
        vigie.kill(List.of("command-service"));
        vigie.awaitReady();
    }

    private interface Story {
        void happens(RunningVigie vigie, Journal journal) throws Exception;
    }

    private List<String> withBug(Map<String, String> settings, Story story) throws Exception {
        Map<String, String> all = new HashMap<>(settings);
        all.put("vigie.testing", "true");
        try (RunningVigie vigie = RunningVigie.start(folder.resolve("data"), all);
                Journal journal = new Journal(folder.resolve("journal.jsonl"))) {
            story.happens(vigie, journal);
            try {
                Rest.await(vigie, SETTLE_WITH_A_BUG);
            } catch (AssertionError neverAtRest) {
                // With a bug in it a system may never come to rest; what is found then counts.
            }
            return Checker.findings(vigie, journal);
        }
    }

    private static void load(RunningVigie vigie, Journal journal, Duration time) throws Exception {
        Load load = new Load(vigie.api(), journal, "p" + journal.outcomes().size(), 30, List.of("nobody"));
        load.start(7);
        Thread.sleep(time.toMillis());
        load.stop();
    }

    private void repeatOldRecords(RunningVigie vigie, Journal journal) throws Exception {
        load(vigie, journal, Duration.ofSeconds(8));
        Rest.await(vigie, SETTLE);
        ForgedRecords.repeatFirst(vigie.kafka());
        Thread.sleep(3000);
    }

    private void abortANextRecord(RunningVigie vigie, Journal journal) throws Exception {
        load(vigie, journal, Duration.ofSeconds(8));
        Rest.await(vigie, SETTLE);
        ForgedRecords.abortNext(vigie.kafka());
        Thread.sleep(3000);
    }

    /** Purchases whose answers got lost, so that they are sent again under the same key. */
    private void repeatCommands(RunningVigie vigie, Journal journal) throws Exception {
        load(vigie, journal, Duration.ofSeconds(5));
        String client = journal.outcomes().stream()
                .filter(outcome -> outcome.operation().kind().equals("client-registered"))
                .filter(outcome -> outcome.state() == Outcome.State.OK)
                .findFirst()
                .orElseThrow()
                .operation()
                .target();
        for (int number = 0; number < 5; number++) {
            String id = "again-" + number;
            String path = "/api/clients/" + client + "/purchases";
            String body = Json.write(Map.of("amount", 12.5, "reference", id));
            Answer first = vigie.api().send("POST", path, body, Map.of("Idempotency-Key", id));
            vigie.api().send("POST", path, body, Map.of("Idempotency-Key", id));
            journal.record(new Outcome(
                    new Operation(id, "purchase-recorded", "POST", path, body, client),
                    first.succeeded() ? Outcome.State.OK : Outcome.State.REJECTED,
                    first.status(),
                    first.body().path("version").asLong()));
        }
    }
}
