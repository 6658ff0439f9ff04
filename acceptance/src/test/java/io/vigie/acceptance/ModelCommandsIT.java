package io.vigie.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.acceptance.system.CommandLine.Result;
import io.vigie.acceptance.system.Json;
import io.vigie.acceptance.system.Patience;
import io.vigie.acceptance.system.RunningVigie;
import io.vigie.acceptance.system.Verbs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A second model on its way through one real system, by the command line alone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ModelCommandsIT {

    private static final Path CHURN =
            Path.of(System.getProperty("vigie.checkout", "..")).resolve("pmml/src/main/resources/pmml/churn/1");
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path folder = Path.of("");

    private RunningVigie vigie;
    private Verbs verbs;
    private String[] admin = {};
    private String[] ann = {};
    private String[] ben = {};

    @BeforeAll
    void begin() throws Exception {
        vigie = RunningVigie.stopped(folder.resolve("data"), Map.of());
        verbs = new Verbs(vigie);
        Result demo = verbs.run("demo", "--seconds", "1");
        assertThat(demo.exit()).as(demo.errors()).isZero();
        admin = new String[] {
            "--password-file", secret("admin", vigie.credentials().password())
        };
        ann = person("ann", "data-scientist");
        ben = person("ben", "agency-manager");
    }

    @AfterAll
    void end() throws Exception {
        vigie.close();
    }

    private String[] person(String name, String role) throws Exception {
        String file = secret(name, "harbour lights of " + name);
        done(with(admin, "account", "create", name, "--role", role, "--new-password-file", file));
        return new String[] {"--as", name, "--password-file", file};
    }

    /** In a file of its owner's. */
    private static String secret(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name + ".password"), text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return file.toString();
    }

    private static String[] with(String[] more, String... verb) {
        return Stream.concat(Arrays.stream(verb), Arrays.stream(more)).toArray(String[]::new);
    }

    private Result done(String... verb) throws Exception {
        return verbs.run(verb).expectSuccess();
    }

    @Test
    @Order(1)
    void givenAFolderOfTraining_whenUploadedTwice_thenItIsTheSecondVersionOnce() throws Exception {
        Path trained = Files.createDirectory(folder.resolve("trained"));
        // More sites raise the risk less, and the verification rows of the first version don't hold for it.
        String document = Files.readString(CHURN.resolve("model.pmml"))
                .replaceAll("(?s)<ModelVerification.*</ModelVerification>", "")
                .replaceFirst("(name=\"Num_Sites\" coefficient=\")[^\"]+", "$10.9");
        Files.writeString(trained.resolve("model.pmml"), document);
        Files.copy(CHURN.resolve("reference.json"), trained.resolve("reference.json"));
        Files.writeString(trained.resolve("card.json"), "{\"data\":\"made for a test\"}");

        Result first = done("model", "upload", "churn", trained.toString(), "--note", "a test's", "-o", "csv");
        Result again = done("model", "upload", "churn", trained.toString(), "--note", "a test's");

        assertThat(first.output()).contains("\nchurn,2,");
        assertThat(again.errors()).contains("This document is churn/2 already; nothing was recorded.");
        Patience.await(
                "the version can be read",
                PATIENCE,
                () -> verbs.run("model", "show", "churn/2").exit() == 0);
        assertThat(verbs.json("model", "show", "churn/2")
                        .path("card")
                        .path("data")
                        .asString())
                .isEqualTo("made for a test");
        assertThat(verbs.ok("model", "show", "churn/2").output()).containsPattern("Num_Sites +double +yes");
    }

    @Test
    @Order(2)
    void givenWhatIsNoModel_whenUploaded_thenTheElementAndWhatToDo() throws Exception {
        Path file = Files.writeString(folder.resolve("bad.pmml"), "<!DOCTYPE PMML><PMML version=\"4.4\"/>");

        Result refused = verbs.run("model", "upload", "churn", file.toString());

        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.errors()).startsWith("The document is refused.").contains("element: ", "remedy: ");
    }

    @Test
    @Order(3)
    void givenTheVersion_whenItChallenges_thenBothAreCompared() throws Exception {
        assertThat(done("model", "changes", "churn/2").output())
                .containsPattern("[0-9,]+ of [0-9]{3} clients would change band \\(against version 1\\)");
        done("model", "challenge", "churn/2", "--reason", "a test");

        Patience.await(
                "every client has a score of both",
                PATIENCE,
                () -> verbs.json("model", "compare", "churn").path("clients").asLong() >= 400);
        assertThat(verbs.ok("model", "compare", "churn").output()).contains("agreement", "Too few clients have left");
    }

    @Test
    @Order(4)
    void givenTwoPersons_whenTheyPromote_thenItIsChampionEverywhere() throws Exception {
        JsonNode proposal = Json.parse(
                        done(with(ann, "model", "promote", "churn/2", "--reason", "a test", "--yes", "-o", "json"))
                                .output())
                .path(0);
        String id = proposal.path("proposalId").asString();

        Result alone = verbs.run(with(ann, "model", "confirm", "churn", id, "--yes"));
        assertThat(alone.exit()).isEqualTo(1);
        assertThat(alone.errors()).contains("./vigie account create");
        Result confirmed = done(with(ben, "model", "confirm", "churn", id, "--yes"));

        assertThat(confirmed.errors()).contains("clients would change band", "churn/2 is champion now");
        awaitInPlace(2);
        assertThat(verbs.ok("model", "proposals", "churn").output().lines()).hasSize(1);
    }

    @Test
    @Order(5)
    void givenAFileWithABadRow_whenEvaluated_thenEveryRowIsAnswered() throws Exception {
        Path file = folder.resolve("rows.csv");
        Files.writeString(
                file,
                IntStream.rangeClosed(1, 12_000)
                        .mapToObj(row -> row + "," + (row == 7_000 ? "x" : "40") + ",9000,0,5.5,12\n")
                        .collect(
                                Collectors.joining("", "id,Age,Total_Purchase,Account_Manager,Years,Num_Sites\n", "")));
        Path out = folder.resolve("scored.csv");

        Result evaluated = verbs.run("model", "evaluate", "churn/2", file.toString(), "--out", out.toString());

        assertThat(evaluated.exit()).as(evaluated.errors()).isEqualTo(3);
        assertThat(Files.readAllLines(out))
                .hasSize(12_001)
                .filteredOn(line -> line.startsWith("7000,x,"))
                .hasSize(1);
        assertThat(verbs.ok(
                                "model",
                                "evaluate",
                                "churn/2",
                                "--explain",
                                "--record",
                                "{\"Age\":40,\"Total_Purchase\":9000,\"Account_Manager\":0,\"Years\":5.5,\"Num_Sites\":12}")
                        .output())
                .contains("at the reference point", "Num_Sites");
    }

    @Test
    @Order(6)
    void givenAWrongModel_whenRolledBackAndRetired_thenTheFirstScoresAgain() throws Exception {
        done("model", "rollback", "churn", "--reason", "a test");
        awaitInPlace(1);
        done("model", "retire", "churn/2", "--reason", "a test");

        Result promoted = verbs.run(with(ann, "model", "promote", "churn/2", "--reason", "a test", "--yes"));

        assertThat(promoted.exit()).isEqualTo(1);
        Patience.await("the retirement can be read", PATIENCE, () -> verbs.run("model", "show", "churn", "-o", "csv")
                .output()
                .contains("2,retired,"));
    }

    private void awaitInPlace(int version) throws Exception {
        Patience.await("the champion is in place", PATIENCE, () -> {
            JsonNode model = verbs.json("model", "show", "churn");
            return model.path("champion").asInt() == version
                    && model.path("inPlace").asBoolean();
        });
        Patience.await("every client has its score", PATIENCE, () -> verbs.json(
                        "clients", "--status", "active", "--limit", "1000")
                .valueStream()
                .allMatch(client -> client.path("risk").path("modelVersion").asInt() == version));
    }
}
