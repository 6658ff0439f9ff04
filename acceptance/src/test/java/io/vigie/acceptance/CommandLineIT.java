package io.vigie.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.acceptance.data.ChurnFile;
import io.vigie.acceptance.faults.RawProducer;
import io.vigie.acceptance.system.Answer;
import io.vigie.acceptance.system.CommandLine.Result;
import io.vigie.acceptance.system.Json;
import io.vigie.acceptance.system.Patience;
import io.vigie.acceptance.system.RunningVigie;
import io.vigie.contracts.Topics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Every verb against one real system, in which a demo has run: its exit code, its data on stdout, the rest on stderr. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommandLineIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int DEMO = 500;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path folder = Path.of("");

    private RunningVigie vigie;

    @BeforeAll
    void begin() throws Exception {
        vigie = RunningVigie.stopped(folder.resolve("data"), Map.of());
        Result demo = vigie("demo", "--seconds", "3");
        assertThat(demo.exit()).as(demo.errors()).isZero();
        assertThat(demo.output().lines())
                .filteredOn(line -> line.startsWith("demo-"))
                .hasSize(10);
        assertThat(demo.output()).contains("./vigie down --data ");
        assertThat(vigie("status").exit()).isZero();
        assertThat(demo.errors()).contains("500 clients registered", " purchases, ");
        assertThat(vigie.api().get("/api/summary").body().path("clients").asInt())
                .isEqualTo(DEMO);
    }

    @AfterAll
    void end() throws Exception {
        vigie.close();
    }

    @Test
    void givenADemo_whenRunAgain_thenNoClientAndNoManagerIsAdded() throws Exception {
        int clients = vigie.api().get("/api/summary").body().path("clients").asInt();

        Result again = vigie("demo", "--seconds", "3", "-o", "json");

        assertThat(again.exit()).as(again.errors()).isZero();
        assertThat(Json.parse(again.output())).hasSize(10);
        assertThat(again.errors()).contains("0 clients added, the others were there");
        assertThat(vigie.api().get("/api/summary").body().path("clients").asInt())
                .isEqualTo(clients);
        assertThat(vigie.api().all("/api/clients"))
                .filteredOn(client -> client.path("clientId").asString().startsWith("demo-"))
                .hasSize(DEMO);
        assertThat(vigie.api().all("/api/account-managers")).hasSize(5);
    }

    @Test
    void givenAFileWithBadRows_whenImportedTwice_thenTheyStandInTheErrorsFileAndTheOthersAreThereOnce()
            throws Exception {
        Path file = ChurnFile.write(folder.resolve("clients.csv"), 20, 7).file();
        List<String> lines = Files.readAllLines(file);
        Files.write(
                file,
                List.of(
                        lines.get(1).replace("Person 0", "Surplus") + ",",
                        "Short,41",
                        lines.get(1).replaceFirst("Person 0,[^,]*", "Bad,much too old")),
                StandardOpenOption.APPEND);

        Result first = vigie("import", file.toString(), "-o", "json");

        assertThat(first.exit()).as(first.errors()).isEqualTo(3);
        JsonNode report = Json.parse(first.output());
        assertThat(report.path("accepted").asInt()).isEqualTo(21);
        assertThat(report.path("rejected").asInt()).isEqualTo(2);
        assertThat(report.path("warnings").asInt()).isEqualTo(1);
        assertThat(first.errors()).contains("2 rows were rejected; ");
        assertThat(Files.readAllLines(folder.resolve("clients.csv.errors.csv")))
                .hasSize(3)
                .anyMatch(line -> line.startsWith("23,") && line.endsWith(",Short,41"))
                .anyMatch(line -> line.startsWith("24,Age,") && line.contains(",Bad,much too old,"));

        Result second = vigie("import", file.toString(), "-o", "csv");

        assertThat(second.exit()).isEqualTo(3);
        assertThat(second.output().lines()).last().asString().endsWith(",23,0,21,2,0,1");
    }

    @Test
    void givenAClientAtRisk_whenAssigned_thenItsHistoryHasTheEventAndItsScore() throws Exception {
        JsonNode risky = json("clients", "--band", "high", "--unassigned", "--limit", "5");
        assertThat(risky).isNotEmpty().hasSizeLessThanOrEqualTo(5).allSatisfy(client -> {
            assertThat(client.path("risk").path("band").asString()).isEqualTo("high");
            assertThat(client.path("accountManager").isNull()).isTrue();
        });
        String client = risky.path(0).path("clientId").asString();

        JsonNode assigned =
                json("assign", client, "demo-am-1", "--reason", "at risk").path(0);

        assertThat(assigned.path("accountManagerId").asString()).isEqualTo("demo-am-1");
        Answer covered = vigie.api()
                .get("/api/clients/" + client + "?await=score&consistencyToken="
                        + assigned.path("consistencyToken").asString());
        assertThat(covered.status()).as(covered.text()).isEqualTo(200);
        assertThat(json("client", client)
                        .path("accountManager")
                        .path("accountManagerId")
                        .asString())
                .isEqualTo("demo-am-1");
        long version = assigned.path("version").asLong();
        List<JsonNode> history = items(json("history", client));
        assertThat(history).filteredOn(entry -> is(entry, "event")).hasSize((int) version);
        assertThat(history).filteredOn(entry -> is(entry, "score")).hasSize((int) version);
        assertThat(history.get(history.size() - 2).path("type").asString()).isEqualTo("account-manager-assigned");
        assertThat(history.get(history.size() - 1).path("clientVersion").asLong())
                .isEqualTo(version);
        assertThat(ok("history", client).output()).contains("client-registered", "scored", "\"at risk\"");
    }

    private static boolean is(JsonNode entry, String kind) {
        return entry.path("kind").asString().equals(kind);
    }

    @Test
    void givenManagers_whenListed_thenLoadAndCapacityAreThere() throws Exception {
        assertThat(ok("managers", "-o", "csv").output().lines())
                .hasSize(6)
                .contains("manager,name,status,capacity,load,at risk,value at risk")
                .anyMatch(line -> line.startsWith("demo-am-5,Cora Whitaker,active,20,"));
    }

    @Test
    void givenEvents_whenTailedFromTheBeginning_thenEachClientIsRegisteredOnce() throws Exception {
        List<String> registered = ok(
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
        return ok(verb.toArray(String[]::new)).output().lines().toList();
    }

    @Test
    void givenTopics_whenListedAndDescribed_thenPartitionsAndOffsetsAreThere() throws Exception {
        assertThat(items(json("topics")))
                .extracting(topic -> topic.path("topic").asString())
                .containsExactlyInAnyOrderElementsOf(
                        Topics.ALL.stream().map(topic -> topic.name()).toList());
        assertThat(items(json("topics", "describe")))
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
            letters.addAll(items(json("dead-letters", "list", "--state", "open")));
            return letters.size() >= 2;
        });
        assertThat(letters)
                .allSatisfy(letter -> assertThat(letter.path("key").asString()).isEqualTo("poisoned"))
                .extracting(letter -> letter.path("consumer").asString())
                .contains("query", "scoring");
        String query = id(letters, "query");
        assertThat(json("dead-letters", "show", query).path("value").asString()).isEqualTo("{not json");
        assertThat(ok("dead-letters", "show", query).output()).contains("{not json", "header vigie_dead-letter-reason");

        assertThat(json("dead-letters", "evict", query).path(0).path("action").asString())
                .isEqualTo("evict");
        Result half = vigie("dead-letters", "retry", id(letters, "scoring"), "999999", "-o", "csv");
        assertThat(half.exit()).isEqualTo(3);
        assertThat(half.output().lines()).containsExactly("id,action", id(letters, "scoring") + ",retry");
        assertThat(half.errors()).startsWith("999999: ");
        Patience.await(
                "the eviction is known",
                PATIENCE,
                () -> items(json("dead-letters", "list", "--state", "evicted")).stream()
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

    @Test
    void givenViews_whenRebuilt_thenAllRowsAreIdenticalAndSwapped() throws Exception {
        Result rebuilt = vigie("rebuild", "-o", "json");
        assertThat(rebuilt.exit()).as(rebuilt.output() + rebuilt.errors()).isZero();
        assertThat(Json.parse(rebuilt.output()).path("swapped").asBoolean()).isTrue();
        assertThat(rebuilt.errors()).contains("all rows are identical", "the rebuilt views are live now");
    }

    @Test
    void givenASystem_whenAskedForStatusAndLogs_thenEveryPartRunsAndHasPrinted() throws Exception {
        assertThat(items(json("status"))).hasSize(6).allSatisfy(part -> {
            assertThat(part.path("state").asString()).isEqualTo("running");
            assertThat(part.path("port").asInt()).isPositive();
        });
        List<String> printed = Files.readAllLines(vigie.data().resolve("logs/edge.log"));
        assertThat(ok("logs", "edge", "-n", "1").output().lines())
                .containsExactlyElementsOf(printed.subList(Math.max(0, printed.size() - 1), printed.size()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"client nobody", "history nobody", "assign nobody demo-am-1", "dead-letters show 999999"})
    void givenSomethingUnknown_whenAskedFor_thenOneSentenceOnStderr(String verb) throws Exception {
        Result unknown = vigie(verb.split(" "));
        assertThat(unknown.exit()).isEqualTo(1);
        assertThat(unknown.output()).isEmpty();
        assertThat(unknown.errors().lines()).hasSize(1);
    }

    private Result vigie(String... verb) throws Exception {
        return vigie.commandLine().run(PATIENCE, verb);
    }

    /** Ends with 0 and prints nothing but data. */
    private Result ok(String... verb) throws Exception {
        Result result = vigie(verb).expectSuccess();
        assertThat(result.errors()).isEmpty();
        return result;
    }

    private JsonNode json(String... verb) throws Exception {
        List<String> all = new ArrayList<>(List.of(verb));
        all.addAll(List.of("-o", "json"));
        return Json.parse(ok(all.toArray(new String[0])).output());
    }

    private static List<JsonNode> items(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
