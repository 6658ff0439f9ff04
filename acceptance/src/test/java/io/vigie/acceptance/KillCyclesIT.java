package io.vigie.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.acceptance.check.Checker;
import io.vigie.acceptance.check.TopicContent;
import io.vigie.acceptance.load.Imports;
import io.vigie.acceptance.load.Journal;
import io.vigie.acceptance.load.Load;
import io.vigie.acceptance.load.Outcome;
import io.vigie.acceptance.load.Transcript;
import io.vigie.acceptance.load.Watcher;
import io.vigie.acceptance.models.ModelWork;
import io.vigie.acceptance.system.Answer;
import io.vigie.acceptance.system.Rest;
import io.vigie.acceptance.system.RunningVigie;
import io.vigie.contracts.Topics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills each part in turn under load, while models change, and then proves that nothing is lost, doubled or reordered. The
 * number of cycles is {@code -Dvigie.cycles} (10), the schedule repeats with {@code -Dvigie.seed} (the interleaving doesn't).
 */
class KillCyclesIT {

    private static final List<List<String>> VICTIMS = List.of(
            List.of("command-service"),
            List.of("kafka"),
            List.of("query-service"),
            List.of("postgresql"),
            List.of("scoring-streams"),
            List.of("edge"),
            List.of("postgresql", "kafka"),
            List.of("command-service", "scoring-streams", "query-service"),
            List.of("kafka", "scoring-streams"),
            List.of("postgresql", "kafka", "command-service", "scoring-streams", "query-service", "edge"));

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void givenLoad_whenEachPartIsKilledInTurn_thenNothingIsLostDoubledOrReordered() throws Exception {
        int cycles = Integer.getInteger("vigie.cycles", 10);
        String given = System.getProperty("vigie.seed", "");
        long seed = given.isEmpty() ? new Random().nextInt(1_000_000) : Long.parseLong(given);
        System.out.printf("kill cycles: %d, seed %d%n", cycles, seed);
        Random random = new Random(seed);
        try (RunningVigie vigie =
                        RunningVigie.start(folder.resolve("data"), Map.of("vigie.scoring.schedule", "PT20S"));
                Journal journal = new Journal(folder.resolve("journal.jsonl"));
                Watcher watcher = Watcher.of(vigie.api(), seed)) {
            Load load = new Load(vigie.api(), journal, "k" + seed, 60, managers(vigie));
            Imports imports = new Imports(vigie.api(), journal, folder);
            ModelWork models = ModelWork.start(vigie);
            load.start(seed);
            imports.start(seed);
            for (int cycle = 0; cycle < cycles; cycle++) {
                Thread.sleep(1500 + random.nextInt(2000));
                models.next(cycle);
                Thread.sleep(random.nextInt(700));
                List<String> victims = VICTIMS.get(cycle % VICTIMS.size());
                System.out.printf(
                        "cycle %d: kill -9 %s after %d commands%n",
                        cycle + 1, victims, journal.outcomes().size());
                vigie.kill(victims);
                Thread.sleep(random.nextInt(1500));
                vigie.awaitReady();
            }
            imports.stop();
            load.stop();
            stopTheSchedule(vigie);
            Rest.await(vigie, Duration.ofMinutes(2));
            models.awaitInPlace();
            models.awaitAllBy(models.champion());
            assertThat(Checker.findings(vigie, journal, watcher.transcript())).isEmpty();
            assertWatched(watcher, cycles);
            assertThat(TopicContent.of(vigie.kafka(), Topics.CLIENT_SHADOW_SCORES.name()))
                    .isNotEmpty();
            assertThat(TopicContent.of(vigie.kafka(), Topics.CLIENT_SCORES.name()))
                    .anyMatch(score ->
                            new String(score.value(), StandardCharsets.UTF_8).contains("\"trigger\":\"schedule\""));
            assertThat(journal.outcomes())
                    .filteredOn(outcome -> outcome.state() == Outcome.State.OK)
                    .hasSizeGreaterThan(cycles * 10)
                    .extracting(outcome -> outcome.operation().kind())
                    .contains("client-profile-changed", "account-manager-capacity-changed", "client-returned");
            assertThat(journal.imported()).isNotEmpty();
        }
    }

    /** Not all of what is known was read: most of it was told. */
    private static void assertWatched(Watcher watcher, int cycles) {
        Transcript transcript = watcher.transcript();
        System.out.printf(
                "watched: %d events told, %d returns, %d resets%n",
                transcript.count(Transcript.EVENTS), watcher.returns(), transcript.count(Transcript.RESET));
        assertThat(watcher.returns()).isGreaterThan(cycles);
        // Only the end of the service that tells resets a stream: the third victim is the first that does.
        if (cycles >= 3) {
            assertThat(transcript.count(Transcript.RESET)).isPositive();
        }
        assertThat(transcript.count(Transcript.EVENTS)).isGreaterThan(cycles * 10L);
    }

    /** Scores that time alone brings would come between the reading of the topics and that of the views. */
    private static void stopTheSchedule(RunningVigie vigie) throws Exception {
        vigie.configure(Map.of());
        vigie.kill(List.of("scoring-streams"));
        Thread.sleep(1_000);
        vigie.awaitReady();
    }

    static List<String> managers(RunningVigie vigie) throws Exception {
        List<String> managers = new ArrayList<>();
        for (int number = 1; number <= 6; number++) {
            Answer answer = vigie.api()
                    .post(
                            "/api/account-managers",
                            Map.of(
                                    "accountManagerId",
                                    "manager-" + number,
                                    "name",
                                    "Manager " + number,
                                    "capacity",
                                    5));
            assertThat(answer.status()).as(answer.text()).isEqualTo(201);
            managers.add("manager-" + number);
        }
        return managers;
    }
}
