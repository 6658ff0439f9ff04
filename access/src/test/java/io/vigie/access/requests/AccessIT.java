package io.vigie.access.requests;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.access.AccessSettings;
import io.vigie.access.Role;
import io.vigie.access.SetClock;
import io.vigie.access.TestDatabase;
import io.vigie.access.accounts.Account;
import io.vigie.access.accounts.Accounts;
import io.vigie.access.rules.AccessRule;
import io.vigie.access.rules.AccessRules;
import io.vigie.access.rules.Reach;
import io.vigie.access.tokens.SecretText;
import io.vigie.access.tokens.Tokens;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Vigie's own tokens on a service with an endpoint for every rule. */
@ExtendWith(OutputCaptureExtension.class)
class AccessIT {

    static final SetClock CLOCK = new SetClock();

    /** Endpoints that are not the toy's: what they answer to a token is theirs to say. */
    private static final Set<String> REAL = Set.of(
            "/api/me",
            "/api/me/password",
            "/api/tokens",
            "/api/tokens/{tokenId}",
            "/api/accounts",
            "/api/accounts/{accountId}",
            "/api/accounts/{accountId}/tokens",
            "/api/accounts/{accountId}/tokens/{tokenId}",
            "/api/reads",
            "/api/actions",
            "/api/sign-in",
            "/api/sign-out");

    private static final Map<Role, String> TOKENS = new EnumMap<>(Role.class);

    private static RunningToy toy;
    private static Asker asker;

    @BeforeAll
    static void start() {
        AccessSettings.Database database = TestDatabase.empty();
        toy = RunningToy.on(database);
        asker = toy.asker();
        toy.bean(Accounts.class).add(new Account("ada", Set.of(Role.values()), null), "tests");
        for (Role role : Role.values()) {
            TOKENS.put(role, issue(role, Duration.ofDays(30)).text());
        }
    }

    @AfterAll
    static void stop() {
        toy.close();
    }

    private static Tokens.Issued issue(Role role, Duration lifetime) {
        return toy.bean(Tokens.class)
                .issue("ada", "of the tests", role, CLOCK.instant().plus(lifetime), "tests");
    }

    static List<AccessRule> rules() {
        return AccessRules.published().all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void givenRule_whenAskedAsEveryRoleAndAsNobody_thenAsItSays(AccessRule rule) {
        String path = rule.path()
                .getPatternString()
                .replaceAll("\\{[a-zA-Z]+}", "x-1")
                .replace("**", "y");

        Answer nobody = asker.ask(rule.method(), path);
        if (rule.open()) {
            assertThat(nobody.status()).as(nobody.text()).isIn(200, 400, 415);
        } else {
            nobody.isProblem(401, "not-signed-in");
            assertThat(nobody.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"vigie\"");
        }
        for (Role role : Role.values()) {
            Answer answer = asker.ask(rule.method(), path, "Authorization", "Bearer " + TOKENS.get(role));
            if (rule.reach(Set.of(role)) == Reach.NONE) {
                answer.isProblem(403, "forbidden");
                assertThat(answer.body()).contains("the request was made as " + role);
            } else {
                assertThat(answer.status()).as(role + " " + answer).isNotIn(401, 405, 500, 503);
                if (REAL.contains(rule.path().getPatternString())) {
                    assertThat(answer.body()).doesNotContain("the request was made as");
                } else if (rule.inPerson()) {
                    answer.isProblem(403, "session-needed");
                } else {
                    assertThat(answer.status()).isEqualTo(200);
                    assertThat(answer.body()).isEqualTo("ada [" + role + "] " + rule.reach(Set.of(role)));
                }
            }
        }
    }

    @Test
    void givenWhatHasNoRule_whenAsked_then401ToNobodyAnd404ToSomebody() {
        for (String path : List.of(
                "/",
                "/api",
                "/api/shoes",
                "/api/clients/x/shoes",
                "/api/clients/",
                "/error",
                "/.well-known/oauth-protected-resource")) {
            asker.ask("GET", path).isProblem(401, "not-signed-in");
            asSomebody("GET", path).isProblem(404, "unknown");
        }
        asker.ask("DELETE", "/api/clients").isProblem(401, "not-signed-in");
        Answer other = asSomebody("DELETE", "/api/clients");
        other.isProblem(405, "method-not-allowed");
        assertThat(other.header("Allow")).isEqualTo("GET, POST");
        asSomebody("TRACE", "/api/clients").isProblem(405, "method-not-allowed");
        asSomebody("OPTIONS", "/api/clients").isProblem(405, "method-not-allowed");
    }

    @Test
    void givenHead_whenAsked_thenAsForGet() {
        assertThat(asSomebody("HEAD", "/api/clients").status()).isEqualTo(200);
        assertThat(asker.ask("HEAD", "/api/clients").status()).isEqualTo(401);
    }

    static Stream<String> broken() {
        String good = TOKENS.getOrDefault(Role.AUDITOR, "");
        return Stream.of(
                "Bearer x",
                "Bearer " + SecretText.TOKEN.random(),
                "Bearer " + good.substring(0, good.length() - 3) + "AAA",
                "Bearer " + good + "A",
                "Bearer " + good.toUpperCase(java.util.Locale.ROOT),
                "Bearer " + good + " " + good,
                "Bearer " + good + "," + good,
                "Bearer a.b.c",
                "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZGEifQ.",
                "Bearer " + "x".repeat(10_000),
                "Bearer",
                "Bearer ",
                good,
                "Token " + good,
                "Basic YWRhOmFkYQ==",
                "\u00e9");
    }

    @ParameterizedTest
    @MethodSource("broken")
    void givenBrokenToken_whenAsked_then401AndNothingOfItIsRepeated(String header, CapturedOutput output) {
        Answer answer = asker.ask("GET", "/api/clients", "Authorization", header);

        answer.isProblem(401);
        if (header.length() > 20) {
            assertThat(answer.toString()).doesNotContain(header.substring(8, 20));
            assertThat(output.getAll()).doesNotContain(header.substring(8, 20));
        }
    }

    @Test
    void givenTokenElsewhereThanInTheHeader_whenAsked_then401() {
        String good = TOKENS.getOrDefault(Role.AUDITOR, "");

        asker.ask("GET", "/api/clients?access_token=" + good).isProblem(401);
        asker.ask("GET", "/api/clients", "Cookie", "access_token=" + good).isProblem(401);
        asker.ask("GET", "/api/clients", "X-Authorization", "Bearer " + good).isProblem(401);
    }

    @Test
    void givenBrokenTokenOnAnOpenAddress_whenAsked_then401() {
        asker.ask("GET", "/actuator/health", "Authorization", "Bearer x").isProblem(401, "bad-token");
    }

    @Test
    void givenTokenThatEndsOrIsRevoked_whenAsked_then401() throws InterruptedException {
        Tokens.Issued shortLived = issue(Role.AUDITOR, Duration.ofMinutes(1));
        Tokens.Issued revoked = issue(Role.AUDITOR, Duration.ofDays(1));
        for (Tokens.Issued issued : List.of(shortLived, revoked)) {
            assertThat(with(issued.text()).status()).isEqualTo(200);
        }

        CLOCK.advance(Duration.ofMinutes(1));
        toy.bean(Tokens.class).revoke(revoked.token().tokenId(), "ada", "ada");
        Thread.sleep(1_100);

        with(shortLived.text()).isProblem(401, "bad-token");
        with(revoked.text()).isProblem(401, "bad-token");
        assertThat(with(TOKENS.getOrDefault(Role.AUDITOR, "")).status()).isEqualTo(200);
    }

    @Test
    void givenAnyAnswer_whenLookedAt_thenNoSessionAndNothingForCaches() {
        for (Answer answer : List.of(
                asSomebody("GET", "/api/clients"),
                asSomebody("GET", "/api/shoes"),
                asSomebody("DELETE", "/api/clients"),
                asSomebody("POST", "/api/clients"),
                asker.ask("GET", "/api/clients"))) {
            assertThat(answer.header("Set-Cookie")).isEmpty();
            assertThat(answer.headers("Cache-Control")).as(answer.text()).containsExactly("no-store");
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        }
        assertThat(Arrays.stream(Role.values()).map(TOKENS::get)).doesNotHaveDuplicates();
    }

    @Test
    void givenRefusalWhileAnswering_whenAsked_thenAsARefusalBefore(CapturedOutput output) {
        for (String method : List.of("GET", "POST")) {
            String[] token = {"Authorization", "Bearer " + TOKENS.get(Role.AGENCY_MANAGER)};
            asker.ask(method, "/api/clients", token[0], token[1], "X-Toy", "denied")
                    .isProblem(403, "forbidden");
            asker.ask(method, "/api/clients", token[0], token[1], "X-Toy", "unknown")
                    .isProblem(401, "bad-token");
        }
        assertThat(output.getAll()).doesNotContain("Unexpected failure", "secret of the house");
    }

    private static Answer asSomebody(String method, String path) {
        return asker.ask(method, path, "Authorization", "Bearer " + TOKENS.get(Role.AUDITOR));
    }

    private static Answer with(String token) {
        return asker.ask("GET", "/api/clients", "Authorization", "Bearer " + token);
    }
}
