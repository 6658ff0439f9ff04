package io.vigie.acceptance.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.acceptance.system.Answer;
import io.vigie.acceptance.system.Api;
import io.vigie.acceptance.system.Patience;
import io.vigie.acceptance.system.RunningVigie;
import io.vigie.acceptance.system.Session;
import io.vigie.acceptance.system.Watched;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Who is let into one real system, and how far; what is searched and restarted in the end has seen all that was before. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AccessIT {

    private static final int RESTART = Order.DEFAULT + 1;
    private static final int MISUSE = Order.DEFAULT + 2;
    private static final int SEARCH = Order.DEFAULT + 3;
    private static final Duration REVOKED_WITHIN = Duration.ofSeconds(2);
    private static final String WRONG_PASSWORD = "Thistledown-and-wrong";

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path folder = Path.of("");

    private final List<String> secrets = new ArrayList<>(Portfolios.PERSONAL);
    private RunningVigie vigie;
    private Session admin;
    private List<Asker> askers;

    @BeforeAll
    void begin() throws Exception {
        vigie = RunningVigie.start(folder.resolve("data"), Map.of());
        Portfolios.make(vigie.api());
        admin = Session.signIn(
                vigie.api(), vigie.credentials().account(), vigie.credentials().password());
        askers = Asker.of(vigie.credentials(), vigie.api());
        for (String manager : List.of(Portfolios.ADA, Portfolios.BO)) {
            String token = admin.tokenOfAccountManager("program-of-" + manager, manager);
            askers.add(Asker.of(manager, token, vigie.api()));
            secrets.add(token);
        }
        secrets.addAll(vigie.secrets());
        secrets.addAll(List.of(admin.secret(), WRONG_PASSWORD));
        secrets.add(vigie.credentials().password());
        for (String role : Asker.ROLES) {
            secrets.add(vigie.credentials().token(role));
        }
    }

    @AfterAll
    void end() throws Exception {
        vigie.close();
    }

    private Asker asker(String name) {
        return askers.stream()
                .filter(asker -> asker.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void givenAFirstStart_whenItsFilesAreLookedAt_thenOnlyTheirOwnerReadsTheCredentials() throws Exception {
        assertThat(Files.getPosixFilePermissions(vigie.credentials().file()))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void givenEveryEndpoint_whenAskedInEveryRoleAboutOwnAndForeignClients_thenAsTheTableSays() throws Exception {
        Matrix matrix = new Matrix(vigie, Asker.andInPerson(askers, admin, vigie.api()));

        List<String> differences = matrix.differences();

        System.out.printf("%d cells of the matrix asked%n", matrix.cells());
        assertThat(differences).isEmpty();
        assertThat(matrix.cells()).isGreaterThan(4_500);
    }

    @Test
    void givenEveryPathThatIsKnown_whenAskedWithoutAToken_thenNothingBut401() throws Exception {
        Sweep sweep = new Sweep(vigie, vigie.api());

        List<String> answered = sweep.answered();

        System.out.printf("%d requests of nobody%n", sweep.requests());
        assertThat(answered).isEmpty();
        assertThat(sweep.requests()).isGreaterThan(2_000);
    }

    @Test
    void givenTwoAccountManagers_whenTheyRead_thenNeitherSeesAnythingOfTheOther() throws Exception {
        for (String manager : List.of(Portfolios.ADA, Portfolios.BO)) {
            assertThat(Rows.findings(asker(manager).api(), manager)).as(manager).isEmpty();
        }
        assertThat(Rows.findings(asker("account-manager").api(), "")).isEmpty();
    }

    @Test
    void givenTwoAccountManagers_whenTheyWatch_thenEachIsToldOfItsOwnClientsAndOfNobodysName() throws Exception {
        Api agency = asker("agency-manager").api();
        String topics = "clients,events,summary,account-managers";
        try (Watched ada = new Watched(asker(Portfolios.ADA).api(), topics);
                Watched bo = new Watched(asker(Portfolios.BO).api(), topics);
                Watched all = new Watched(agency, topics)) {
            for (String client : List.of("ada-2", "bo-2", "nobody-2")) {
                Answer answer = agency.post("/api/clients/" + client + "/purchases", Map.of("amount", 1));
                assertThat(answer.succeeded()).as(answer.text()).isTrue();
                all.await("{\"clientId\":\"" + client + "\"");
            }
            ada.await("ada-2");
            bo.await("bo-2");
            assertThat(ada.text()).doesNotContain("bo-", "nobody-").doesNotContain(Portfolios.PERSONAL);
            assertThat(bo.text()).doesNotContain("ada", "nobody-").doesNotContain(Portfolios.PERSONAL);
            assertThat(all.text()).doesNotContain(Portfolios.PERSONAL);
        }
    }

    @Test
    void givenAStream_whenItsTokenIsRevoked_thenItEnds() throws Exception {
        JsonNode made = admin.ownToken("auditor");
        String token = made.path("token").asString();
        secrets.add(token);
        try (Watched watched = new Watched(vigie.api().as("Bearer " + token), "clients")) {
            Answer answer = admin.delete(
                    "/api/tokens/" + made.path("about").path("tokenId").asString());
            assertThat(answer.status()).as(answer.text()).isEqualTo(204);

            watched.awaitEnd(Duration.ofSeconds(17));
        }
    }

    @Test
    void givenADataScientist_whenReading_thenNobodyCanBeRecognised() throws Exception {
        assertThat(Rows.personal(asker("data-scientist").api())).isEmpty();
        assertThat(Rows.personal(asker("agency-manager").api())).isNotEmpty();
    }

    @Test
    void givenAnAuditor_whenReadingOfAClient_thenThatIsRecorded() throws Exception {
        Api auditor = asker("auditor").api();
        assertThat(auditor.get("/api/clients/bo-1").status()).isEqualTo(200);

        assertThat(auditor.get("/api/reads").text()).contains("bo-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"command-service", "query-service", "scoring-streams"})
    void givenAnOperator_whenAskingForTheListOfParts_thenItIsWhole(String part) throws Exception {
        JsonNode parts = vigie.operator(part).get("/actuator/sbom/application").body();
        assertThat(parts.path("components").size()).isGreaterThan(50);
        assertThat(parts.at("/metadata/component/name").asString()).isEqualTo(part);
    }

    List<String> broken() throws Exception {
        String good = vigie.credentials().token("auditor");
        String unsigned = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));
        return List.of(
                "Bearer x",
                "Bearer " + good + "A",
                "Bearer " + good.substring(0, good.length() - 3) + "AAA",
                "Bearer " + good + " " + good,
                "Bearer " + unsigned + "." + unsigned + ".",
                "Bearer " + "x".repeat(5_000),
                "Bearer",
                "Basic YWRtaW46YWRtaW4=",
                "Token " + good,
                good);
    }

    @ParameterizedTest
    @MethodSource("broken")
    void givenABrokenToken_whenAsked_then401(String header) throws Exception {
        for (String path : List.of("/api/clients", "/api/dead-letters", "/api/imports/x", "/api/openapi.json")) {
            Answer answer = vigie.api().as(header).get(path);
            assertThat(answer.status()).as(path).isEqualTo(401);
            assertThat(answer.header("Content-Type")).as(path).contains("application/problem+json");
        }
    }

    @Test
    void givenATokenElsewhere_whenAsked_then401() throws Exception {
        String good = vigie.credentials().token("auditor");
        Api nobody = vigie.api().as("");

        assertThat(nobody.get("/api/clients?access_token=" + good).status()).isEqualTo(401);
        assertThat(nobody.send("GET", "/api/clients", null, Map.of("Cookie", "access_token=" + good))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void givenASession_whenAPageThatIsNotOursPosts_then403() throws Exception {
        Answer answer = admin.postFromElsewhere("/api/accounts", Map.of("accountId", "forged"));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.problem()).isEqualTo("csrf-token-missing");
    }

    @Test
    @Order(RESTART)
    void givenARevokedTokenAndASession_whenRestarted_thenTheOneStaysRefusedAndTheOtherStaysTaken() throws Exception {
        JsonNode made = admin.ownToken("auditor");
        String token = made.path("token").asString();
        secrets.add(token);
        Api revoked = vigie.api().as("Bearer " + token);
        // Commands know it, and reads.
        List<String> paths = List.of("/api/accounts", "/api/clients");
        for (String path : paths) {
            assertThat(revoked.get(path).status()).as(path).isEqualTo(200);
        }

        Answer answer =
                admin.delete("/api/tokens/" + made.path("about").path("tokenId").asString());

        assertThat(answer.status()).as(answer.text()).isEqualTo(204);
        for (String path : paths) {
            Patience.await(
                    "it is refused", REVOKED_WITHIN, () -> revoked.get(path).status() == 401);
        }

        vigie.down();
        vigie.up();

        for (String path : paths) {
            assertThat(revoked.get(path).status()).as(path).isEqualTo(401);
        }
        assertThat(admin.get("/api/me").status()).isEqualTo(200);
        assertThat(asker(Portfolios.ADA).api().get("/api/clients/ada-1").status())
                .isEqualTo(200);
    }

    @Test
    @Order(MISUSE)
    void givenAHundredBadSignIns_whenCounted_thenAllButAFewAreTooMany() throws Exception {
        Map<Integer, Integer> counted = new TreeMap<>();
        for (int attempt = 0; attempt < 100; attempt++) {
            Answer answer = Session.attempt(vigie.api(), "Quillfeather", WRONG_PASSWORD);
            counted.merge(answer.status(), 1, Integer::sum);
        }

        assertThat(counted).containsOnlyKeys(401, 429);
        // Ten at once, and one more every six seconds.
        assertThat(counted.get(401)).isBetween(10, 20);
    }

    @Test
    @Order(SEARCH)
    void givenAllThatHappened_whenTheLogsAreSearched_thenNobodyIsNamedAndNoSecretIsTold() throws Exception {
        Misuse.requests(vigie.api());
        Misuse.file(vigie.api());
        Misuse.records(vigie);
        Session.attempt(vigie.api(), "admin", WRONG_PASSWORD);

        LogSearch logs = new LogSearch(vigie.data().resolve("logs"));

        assertThat(logs.files()).hasSizeGreaterThanOrEqualTo(6);
        assertThat(logs.placesOf(List.of("Started CommandService"))).isNotEmpty();
        assertThat(logs.placesOf(secrets)).isEmpty();
    }
}
