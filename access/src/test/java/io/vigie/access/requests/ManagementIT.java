package io.vigie.access.requests;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.access.AccessSettings;
import io.vigie.access.SetClock;
import io.vigie.access.TestDatabase;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Accounts and tokens over HTTP, from the first start on. */
@ExtendWith(OutputCaptureExtension.class)
class ManagementIT {

    private static final SetClock CLOCK = AccessIT.CLOCK;
    private static final Properties CREDENTIALS = new Properties();

    private static RunningToy toy;
    private static Asker asker;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        AccessSettings.Database database = TestDatabase.empty();
        Path file = folder.resolve("credentials");
        toy = RunningToy.on(database, "--vigie.access.credentials=" + file);
        asker = toy.asker();
        try (Reader text = Files.newBufferedReader(file)) {
            CREDENTIALS.load(text);
        }
    }

    @AfterAll
    static void stop() {
        toy.close();
    }

    @Test
    void givenFirstStart_whenTheTokensOfItsFileAreShown_thenTheyAreTheAdministratorsInEachRole() {
        JsonNode me = json(asker.ask("GET", "/api/me", as(first("operator"))));

        assertThat(me.path("accountId").asString()).isEqualTo("admin");
        assertThat(me.path("roles").toString()).isEqualTo("[\"operator\"]");
        assertThat(me.path("accountManagerId").isNull()).isTrue();
    }

    @Test
    void givenSomebody_whenTheyMakeATokenAndRevokeIt_thenItWorksInTheirRoleUntilThen(CapturedOutput output)
            throws InterruptedException {
        Answer made = make(first("auditor"), "{\"name\":\"reports\",\"endsAt\":\"" + in(Duration.ofDays(30)) + "\"}");
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        String text = json(made).path("token").asString();
        String id = json(made).path("about").path("tokenId").asString();
        assertThat(json(made).path("about").path("role").asString()).isEqualTo("auditor");
        assertThat(asker.ask("GET", "/api/clients", as(text)).status()).isEqualTo(200);
        assertThat(asker.ask("POST", "/api/clients", as(text)).status()).isEqualTo(403);

        Answer list = asker.ask("GET", "/api/tokens", as(text));
        assertThat(list.body()).contains(id, "reports").doesNotContain(text);

        assertThat(asker.ask("DELETE", "/api/tokens/" + id, as(text)).status()).isEqualTo(204);
        Thread.sleep(1_100);
        asker.ask("GET", "/api/clients", as(text)).isProblem(401, "bad-token");
        asker.ask("DELETE", "/api/tokens/" + id, as(first("auditor"))).isProblem(404, "token-not-found");
        assertThat(output.getAll()).doesNotContain(text);
    }

    @Test
    void givenTokenOfOneRole_whenItAsksForAnother_thenRefused() {
        Answer answer = make(
                first("auditor"),
                "{\"name\":\"x\",\"role\":\"administrator\",\"endsAt\":\"" + in(Duration.ofDays(1)) + "\"}");

        answer.isProblem(422);
        assertThat(answer.body()).contains("\"field\":\"role\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"name\":\"x\"}",
                "{\"name\":\" \",\"endsAt\":\"2026-12-01T00:00:00Z\"}",
                "{\"name\":\"x\",\"endsAt\":\"2026-11-01T00:00:00Z\"}",
                "{\"name\":\"x\",\"endsAt\":\"2036-11-01T00:00:00Z\"}",
                "{\"name\":\"x\",\"endsAt\":\"tomorrow\"}",
                "{\"name\":\"x\",\"endsAt\":\"2026-12-01T00:00:00Z\",\"role\":\"boss\"}",
                "{\"name\":\"x\",\"endsAt\":\"2026-12-01T00:00:00Z\",\"accountId\":\"bob\"}",
                "[]",
                "{"
            })
    void givenUnusableToken_whenMade_then4xx(String json) {
        Answer answer = make(first("auditor"), json);

        assertThat(answer.status()).as(answer.text()).isIn(400, 422);
        answer.isProblem(answer.status());
    }

    @Test
    void givenNewProgram_whenTheAdministratorAddsItAndGivesItAToken_thenItWorksUntilItIsShutOut()
            throws InterruptedException {
        String admin = first("administrator");
        assertThat(add("{\"accountId\":\"nightly\",\"roles\":[\"account-manager\"],\"accountManagerId\":\"m-7\"}")
                        .status())
                .isEqualTo(201);
        add("{\"accountId\":\"nightly\",\"roles\":[\"operator\"]}").isProblem(409, "account-already-there");
        Answer made = asker.send(
                "POST",
                "/api/accounts/nightly/tokens",
                "{\"name\":\"job\",\"endsAt\":\"" + in(Duration.ofDays(1)) + "\"}",
                as(admin));
        String text = json(made).path("token").asString();
        JsonNode me = json(asker.ask("GET", "/api/me", as(text)));
        assertThat(me.path("accountId").asString()).isEqualTo("nightly");
        assertThat(me.path("accountManagerId").asString()).isEqualTo("m-7");
        String anothers = json(made).path("about").path("tokenId").asString();
        asker.ask("DELETE", "/api/tokens/" + anothers, as(first("auditor"))).isProblem(404, "token-not-found");

        assertThat(asker.ask("DELETE", "/api/accounts/nightly", as(admin)).status())
                .isEqualTo(204);
        Thread.sleep(1_100);

        asker.ask("GET", "/api/me", as(text)).isProblem(401, "bad-token");
        asker.ask("DELETE", "/api/accounts/nightly", as(admin)).isProblem(404, "account-not-found");
        add("{\"accountId\":\"nightly\",\"roles\":[\"operator\"]}").isProblem(409, "account-already-there");
        assertThat(asker.ask("GET", "/api/accounts", as(admin)).body()).contains("nightly", "disabledAt");
    }

    @Test
    void givenPerson_whenAddedWithAPassword_thenItIsToldNowhere(CapturedOutput output) {
        String json = "{\"accountId\":\"ada\",\"roles\":[\"auditor\"],\"password\":\"correct horse battery\"}";
        assertThat(add(json).status()).isEqualTo(201);

        Answer list = asker.ask("GET", "/api/accounts", as(first("administrator")));

        assertThat(list.body()).contains("ada").doesNotContain("password", "correct horse", "$2a$");
        assertThat(output.getAll()).doesNotContain("correct horse");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"accountId\":\"x\"}",
                "{\"accountId\":\"x\",\"roles\":[]}",
                "{\"accountId\":\"x\",\"roles\":[\"boss\"]}",
                "{\"accountId\":\"x\",\"roles\":[null]}",
                "{\"accountId\":\"a b\",\"roles\":[\"auditor\"]}",
                "{\"accountId\":\"x\",\"roles\":[\"auditor\"],\"password\":\"short\"}",
                "{\"accountId\":\"x\",\"roles\":[\"auditor\"],\"accountManagerId\":\"a b\"}",
                "{\"accountId\":\"x\",\"roles\":\"auditor\"}"
            })
    void givenUnusableAccount_whenAdded_then4xxAndNobodyIs(String json) {
        Answer answer = add(json);

        assertThat(answer.status()).as(answer.text()).isIn(400, 422);
        answer.isProblem(answer.status());
        assertThat(answer.body()).doesNotContain("short", "boss");
        assertThat(asker.ask("GET", "/api/accounts", as(first("administrator"))).body())
                .doesNotContain("\"x\"");
    }

    @Test
    void givenAdministrator_whenTheyShutThemselvesOut_thenRefused() {
        asker.ask("DELETE", "/api/accounts/admin", as(first("administrator"))).isProblem(409, "own-account");
    }

    private static Answer add(String json) {
        return asker.send("POST", "/api/accounts", json, as(first("administrator")));
    }

    private static Answer make(String token, String json) {
        return asker.send("POST", "/api/tokens", json, as(token));
    }

    private static String first(String role) {
        return CREDENTIALS.getProperty("token." + role, "");
    }

    private static String[] as(String token) {
        return new String[] {"Authorization", "Bearer " + token};
    }

    private static Instant in(Duration time) {
        return CLOCK.instant().plus(time);
    }

    private static JsonNode json(Answer answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
