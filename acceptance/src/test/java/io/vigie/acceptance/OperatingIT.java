package io.vigie.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.acceptance.faults.RawProducer;
import io.vigie.acceptance.system.CommandLine.Result;
import io.vigie.acceptance.system.Json;
import io.vigie.acceptance.system.Patience;
import io.vigie.acceptance.system.RunningVigie;
import io.vigie.acceptance.system.Verbs;
import io.vigie.contracts.Topics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The verbs for whoever runs a system, against one real system in which a demo has run. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OperatingIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int DEMO = 500;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path folder = Path.of("");

    private RunningVigie vigie;
    private Verbs verbs;

    @BeforeAll
    void begin() throws Exception {
        vigie = RunningVigie.stopped(folder.resolve("data"), Map.of());
        verbs = new Verbs(vigie);
        verbs.run("demo", "--seconds", "3").expectSuccess();
    }

    @AfterAll
    void end() throws Exception {
        vigie.close();
    }

    @Test
    void givenEvents_whenTailedFromTheBeginning_thenEachClientIsRegisteredOnce() throws Exception {
        List<String> registered = verbs.ok(
                        "events", "tail", "--from", "beginning", "--type", "client-registered", "-o", "json")
                .output()
                .lines()
                .map(line -> Json.parse(line).path("subject").asString())
                .filter(subject -> subject.startsWith("demo-"))
                .toList();
        assertThat(registered).hasSize(DEMO).doesNotHaveDuplicates();
    }

    @Test
    void givenEvents_whenTailedFromSomewhere_thenOnlyThoseFromThereOn() throws Exception {
        assertThat(tailed()).hasSize(20);
        assertThat(tailed("--type", "account-manager-registered")).hasSize(5);
        List<String> all = tailed("--from", "beginning");
        assertThat(tailed("--from", "0")).hasSameSizeAs(all);
        assertThat(tailed("--from", "3"))
                .containsExactlyInAnyOrderElementsOf(all.stream()
                        .filter(line -> Json.parse(line).path("offset").asInt() >= 3)
                        .toList())
                .hasSizeLessThan(all.size());
        assertThat(tailed("--from", "999999999")).isEmpty();
        assertThat(tailed("--from", "2020-01-31")).hasSameSizeAs(all);
        assertThat(tailed("--from", "2999-01-31T12:00:00Z")).isEmpty();
    }

    private List<String> tailed(String... options) throws Exception {
        List<String> verb = new ArrayList<>(List.of("events", "tail", "-o", "json"));
        verb.addAll(List.of(options));
        return verbs.ok(verb.toArray(String[]::new)).output().lines().toList();
    }

    @Test
    void givenTopics_whenListedAndDescribed_thenPartitionsAndOffsetsAreThere() throws Exception {
        assertThat(verbs.items("topics"))
                .extracting(topic -> topic.path("topic").asString())
                .containsExactlyInAnyOrderElementsOf(
                        Topics.ALL.stream().map(topic -> topic.name()).toList());
        assertThat(verbs.items("topics", "describe"))
                .filteredOn(partition -> partition.path("topic").asString().equals(Topics.CLIENT_EVENTS.name()))
                .hasSize(12)
                .allSatisfy(partition -> {
                    assertThat(partition.path("isr")).hasSize(1);
                    assertThat(partition.path("end").asLong()).isPositive();
                });
    }

    @Test
    void givenARecordNobodyCanRead_whenItsLettersAreDecided_thenListedShownRetriedAndEvicted() throws Exception {
        try (RawProducer producer = RawProducer.plain(vigie.kafka())) {
            producer.send(new ProducerRecord<>(
                    Topics.CLIENT_EVENTS.name(), "poisoned", "{not json".getBytes(StandardCharsets.UTF_8)));
        }
        List<JsonNode> letters = new ArrayList<>();
        Patience.await("a letter of each consumer", PATIENCE, () -> {
            letters.clear();
            letters.addAll(verbs.items("dead-letters", "list", "--state", "open"));
            return letters.size() >= 2;
        });
        assertThat(letters)
                .allSatisfy(letter -> assertThat(letter.path("key").asString()).isEqualTo("poisoned"))
                .extracting(letter -> letter.path("consumer").asString())
                .contains("query", "scoring");
        String query = id(letters, "query");
        assertThat(verbs.json("dead-letters", "show", query).path("value").asString())
                .isEqualTo("{not json");
        assertThat(verbs.ok("dead-letters", "show", query).output())
                .contains("{not json", "header vigie_dead-letter-reason");

        assertThat(verbs.json("dead-letters", "evict", query)
                        .path(0)
                        .path("action")
                        .asString())
                .isEqualTo("evict");
        Result half = verbs.run("dead-letters", "retry", id(letters, "scoring"), "999999", "-o", "csv");
        assertThat(half.exit()).isEqualTo(3);
        assertThat(half.output().lines()).containsExactly("id,action", id(letters, "scoring") + ",retry");
        assertThat(half.errors()).startsWith("999999: ");
        Patience.await(
                "the eviction is known",
                PATIENCE,
                () -> verbs.items("dead-letters", "list", "--state", "evicted").stream()
                        .anyMatch(
                                letter -> letter.path("deadLetterId").asString().equals(query)));
    }

    private static String id(List<JsonNode> letters, String consumer) {
        return letters.stream()
                .filter(letter -> letter.path("consumer").asString().equals(consumer))
                .findFirst()
                .orElseThrow()
                .path("deadLetterId")
                .asString();
    }

    @ParameterizedTest
    @CsvSource({"command-service,command_owner,vigie_events", "query-service,query_owner,vigie_views"})
    void givenAServiceThatServes_whenItsOwnersPasswordIsTriedAgain_thenItIsWorthNothing(
            String part, String owner, String database) throws Exception {
        String environment = Files.readString(
                Path.of("/proc", String.valueOf(vigie.pids().get(part)), "environ"), StandardCharsets.ISO_8859_1);
        String password = Arrays.stream(environment.split("\0"))
                .filter(variable -> variable.startsWith("SPRING_FLYWAY_PASSWORD="))
                .map(variable -> variable.substring(variable.indexOf('=') + 1))
                .findFirst()
                .orElseThrow();
        String url = "jdbc:postgresql://127.0.0.1:" + vigie.port("postgresql") + "/" + database;

        assertThatThrownBy(() -> DriverManager.getConnection(url, owner, password))
                .isInstanceOfSatisfying(SQLException.class, refused -> assertThat(refused.getSQLState())
                        .startsWith("28"));
    }

    @Test
    void givenViews_whenRebuilt_thenAllRowsAreIdenticalAndSwapped() throws Exception {
        Result rebuilt = verbs.run("rebuild", "-o", "json");
        assertThat(rebuilt.exit()).as(rebuilt.output() + rebuilt.errors()).isZero();
        assertThat(Json.parse(rebuilt.output()).path("swapped").asBoolean()).isTrue();
        assertThat(rebuilt.errors()).contains("all rows are identical", "the rebuilt views are live now");
    }

    @Test
    void givenASystem_whenAskedForStatusAndLogs_thenEveryPartRunsAndHasPrinted() throws Exception {
        assertThat(verbs.items("status")).hasSize(6).allSatisfy(part -> {
            assertThat(part.path("state").asString()).isEqualTo("running");
            assertThat(part.path("port").asInt()).isPositive();
        });
        List<String> printed = Files.readAllLines(vigie.data().resolve("logs/edge.log"));
        assertThat(verbs.ok("logs", "edge", "-n", "1").output().lines())
                .containsExactlyElementsOf(printed.subList(Math.max(0, printed.size() - 1), printed.size()));
    }
}
