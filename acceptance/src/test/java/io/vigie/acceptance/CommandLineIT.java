package io.vigie.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.acceptance.data.ChurnFile;
import io.vigie.acceptance.system.Answer;
import io.vigie.acceptance.system.CommandLine.Result;
import io.vigie.acceptance.system.Json;
import io.vigie.acceptance.system.RunningVigie;
import io.vigie.acceptance.system.Verbs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The verbs for clients against one real system, in which a demo has run: exit code, data on stdout, the rest on stderr. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommandLineIT {

    private static final int DEMO = 500;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path folder = Path.of("");

    private RunningVigie vigie;
    private Verbs verbs;

    @BeforeAll
    void begin() throws Exception {
        vigie = RunningVigie.stopped(folder.resolve("data"), Map.of());
        verbs = new Verbs(vigie);
        Result demo = verbs.run("demo", "--seconds", "3");
        assertThat(demo.exit()).as(demo.errors()).isZero();
        assertThat(demo.output().lines())
                .filteredOn(line -> line.startsWith("demo-"))
                .hasSize(10);
        assertThat(demo.output()).contains("./vigie down --data ");
        assertThat(verbs.run("status").exit()).isZero();
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

        Result again = verbs.run("demo", "--seconds", "3", "-o", "json");

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

        Result first = verbs.run("import", file.toString(), "-o", "json");

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

        Result second = verbs.run("import", file.toString(), "-o", "csv");

        assertThat(second.exit()).isEqualTo(3);
        assertThat(second.output().lines()).last().asString().endsWith(",23,0,21,2,0,1");
    }

    @Test
    void givenAClientAtRisk_whenAssigned_thenItsHistoryHasTheEventAndItsScore() throws Exception {
        JsonNode risky = verbs.json("clients", "--band", "high", "--unassigned", "--limit", "5");
        assertThat(risky).isNotEmpty().hasSizeLessThanOrEqualTo(5).allSatisfy(client -> {
            assertThat(client.path("risk").path("band").asString()).isEqualTo("high");
            assertThat(client.path("accountManager").isNull()).isTrue();
        });
        String client = risky.path(0).path("clientId").asString();

        JsonNode assigned =
                verbs.json("assign", client, "demo-am-1", "--reason", "at risk").path(0);

        assertThat(assigned.path("accountManagerId").asString()).isEqualTo("demo-am-1");
        Answer covered = vigie.api()
                .get("/api/clients/" + client + "?await=score&consistencyToken="
                        + assigned.path("consistencyToken").asString());
        assertThat(covered.status()).as(covered.text()).isEqualTo(200);
        assertThat(verbs.json("client", client)
                        .path("accountManager")
                        .path("accountManagerId")
                        .asString())
                .isEqualTo("demo-am-1");
        long version = assigned.path("version").asLong();
        List<JsonNode> history = verbs.items("history", client);
        assertThat(history).filteredOn(entry -> is(entry, "event")).hasSize((int) version);
        assertThat(history).filteredOn(entry -> is(entry, "score")).hasSize((int) version);
        assertThat(history.get(history.size() - 2).path("type").asString()).isEqualTo("account-manager-assigned");
        assertThat(history.get(history.size() - 1).path("clientVersion").asLong())
                .isEqualTo(version);
        assertThat(verbs.ok("history", client).output()).contains("client-registered", "scored", "\"at risk\"");
    }

    private static boolean is(JsonNode entry, String kind) {
        return entry.path("kind").asString().equals(kind);
    }

    @Test
    void givenManagers_whenListed_thenLoadAndCapacityAreThere() throws Exception {
        assertThat(verbs.ok("managers", "-o", "csv").output().lines())
                .hasSize(6)
                .contains("manager,name,status,capacity,load,at risk,value at risk")
                .anyMatch(line -> line.startsWith("demo-am-5,Cora Whitaker,active,20,"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"client nobody", "history nobody", "assign nobody demo-am-1", "dead-letters show 999999"})
    void givenSomethingUnknown_whenAskedFor_thenOneSentenceOnStderr(String verb) throws Exception {
        Result unknown = verbs.run(verb.split(" "));
        assertThat(unknown.exit()).isEqualTo(1);
        assertThat(unknown.output()).isEmpty();
        assertThat(unknown.errors().lines()).hasSize(1);
    }

    @Test
    void givenRoles_whenTheirTokensArePrinted_thenEachIsTheOneOfTheDataFolder() throws Exception {
        String auditor = verbs.ok("token", "auditor").output().strip();

        assertThat(auditor).isEqualTo(vigie.credentials().token("auditor"));
        assertThat(vigie.api().as("Bearer " + auditor).get("/api/dead-letters").status())
                .isEqualTo(200);
        assertThat(verbs.run("token", "emperor").exit()).isEqualTo(2);
    }

    @Test
    void givenAnAdministrator_whenAnAccountIsMadeAndRemoved_thenItsPersonGetsInAndNoLonger() throws Exception {
        String[] admin = {"--password-file", secret("admin", vigie.credentials().password())};
        String password = "harbour-lights-at-night";

        Result made = verbs.run(with(
                admin,
                "account",
                "create",
                "ann",
                "--role",
                "data-scientist,auditor",
                "--new-password-file",
                secret("ann", password)));

        assertThat(made.exit()).as(made.errors()).isZero();
        assertThat(signIn("ann", password)).isEqualTo(200);
        assertThat(verbs.ok("account", "list", "-o", "csv").output()).contains("\nann,auditor data-scientist,,");
        assertThat(verbs.run(with(admin, "account", "create", "ann", "--role", "auditor", "--program"))
                        .errors())
                .startsWith("This id is taken");
        assertThat(verbs.run(with(admin, "account", "remove", "ann", "--as", "ann"))
                        .errors())
                .startsWith("ann can't sign in: ");
        Result removed = verbs.run(with(admin, "account", "remove", "ann"));
        assertThat(removed.exit()).as(removed.errors()).isZero();
        assertThat(signIn("ann", password)).isEqualTo(401);
    }

    private int signIn(String account, String password) throws Exception {
        return vigie.api()
                .as("")
                .post("/api/sign-in", Map.of("accountId", account, "password", password))
                .status();
    }

    private static String[] with(String[] more, String... verb) {
        return Stream.concat(Arrays.stream(verb), Arrays.stream(more)).toArray(String[]::new);
    }

    /** In a file of its owner's. */
    private static String secret(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name + ".password"), text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return file.toString();
    }
}
