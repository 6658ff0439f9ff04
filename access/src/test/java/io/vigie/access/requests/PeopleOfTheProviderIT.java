package io.vigie.access.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.access.AccessSettings;
import io.vigie.access.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Where a provider vouches for people, who may then be all that there are. */
class PeopleOfTheProviderIT {

    private static Provider provider;
    private static RunningToy toy;

    @BeforeAll
    static void start() {
        provider = new Provider(0);
        toy = RunningToy.on(TestDatabase.empty(), SignInAtProviderIT.settings(provider.issuer()));
    }

    @AfterAll
    static void stop() {
        toy.close();
        provider.close();
    }

    @Test
    void givenAnAdministratorOfTheProvider_whenSignedIn_thenLooksAfterAccountsAndHasNoTokensOfTheirOwn() {
        provider.people().say(claims -> claims.claim("vigie_roles", List.of("administrator")));
        Traveller browser = new Traveller(toy.asker());
        browser.signIn("/");
        String[] headers = headers(browser);
        String program = "{\"accountId\":\"nightly-report\",\"roles\":[\"auditor\"]}";
        String token = "{\"name\":\"report\",\"role\":\"auditor\",\"endsAt\":\""
                + AccessIT.CLOCK.instant().plus(Duration.ofDays(1)) + "\"}";
        Asker asker = toy.asker();
        assertThat(browser.open("/api/me").body()).contains("\"ownPassword\":false");

        assertThat(asker.send("POST", "/api/accounts", program, headers).status())
                .isEqualTo(201);
        assertThat(asker.send("POST", "/api/accounts/nightly-report/tokens", token, headers)
                        .status())
                .isEqualTo(201);
        assertThat(asker.ask("DELETE", "/api/accounts/nightly-report", headers).status())
                .isEqualTo(204);
        assertThat(asker.ask("GET", "/api/actions", headers).body())
                .contains("\"doneBy\":\"" + provider.issuer() + "|ada@idp\"");
        asker.send("POST", "/api/tokens", token, headers).isProblem(403, "no-account");
        asker.ask("GET", "/api/tokens", headers).isProblem(403, "no-account");
        asker.ask("DELETE", "/api/tokens/x", headers).isProblem(403, "no-account");
        asker.send("PUT", "/api/me/password", "{\"oldPassword\":\"x\",\"password\":\"twelve-letters\"}", headers)
                .isProblem(403, "no-account");
    }

    @Test
    void givenNoPasswords_whenSomebodySignsInWithOne_thenSentToTheProvider(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("credentials");
        String[] settings = SignInAtProviderIT.settings(provider.issuer());
        AccessSettings.Database database = TestDatabase.empty();
        String session;
        try (RunningToy with = RunningToy.on(database, "--vigie.access.credentials=" + file)) {
            Answer signedIn = signIn(with, file);
            assertThat(signedIn.status()).isEqualTo(200);
            session = signedIn.header("Set-Cookie").replaceFirst(";.*", "");
            assertThat(with.asker().ask("GET", "/api/me", "Cookie", session).status())
                    .isEqualTo(200);
            assertThat(firstStart(with, file)).isEqualTo("{\"passwordChanged\":false}");
        }

        try (RunningToy without = RunningToy.on(
                database,
                settings[0],
                settings[1],
                settings[2],
                "--vigie.access.passwords=false",
                "--vigie.access.credentials=" + file)) {
            signIn(without, file).isProblem(403, "no-passwords");
            without.asker().ask("GET", "/api/me", "Cookie", session).isProblem(401, "not-signed-in");
            assertThat(without.asker().ask("GET", "/api/sign-in").body())
                    .isEqualTo("{\"password\":false,\"provider\":true}");
            assertThat(firstStart(without, file)).isEqualTo("{\"passwordChanged\":true}");
            provider.people().say(claims -> claims.claim("vigie_roles", List.of("administrator")));
            Traveller browser = new Traveller(without.asker());
            assertThat(browser.signIn("/").status()).isEqualTo(200);
            String[] headers = headers(browser);
            without.asker()
                    .send(
                            "POST",
                            "/api/accounts",
                            "{\"accountId\":\"eve\",\"roles\":[\"auditor\"],\"password\":\"twelve-letters\"}",
                            headers)
                    .isProblem(422, "unusable");
            assertThat(without.asker()
                            .ask("DELETE", "/api/accounts/admin", headers)
                            .status())
                    .as("the last administrator here")
                    .isEqualTo(204);
        }
        assertThatThrownBy(() -> RunningToy.on(database, "--vigie.access.passwords=false"))
                .hasStackTraceContaining("Nobody could sign in without a password.");
    }

    @Test
    void givenAnAdministratorOfTheProvider_whenAnHourIsOver_thenTheProviderIsAskedAgain() {
        provider.people().say(claims -> claims.claim("vigie_roles", List.of("administrator")));
        Traveller browser = new Traveller(toy.asker());
        browser.signIn("/");
        AccessIT.CLOCK.advance(Duration.ofHours(1).minusSeconds(1));
        assertThat(browser.open("/api/me").status()).isEqualTo(200);

        AccessIT.CLOCK.advance(Duration.ofSeconds(1));

        browser.open("/api/me").isProblem(401, "not-signed-in");
    }

    private static String[] headers(Traveller browser) {
        return new String[] {
            "Cookie",
            "vigie_session=" + browser.cookie("vigie_session"),
            "X-CSRF-Token",
            JsonMapper.shared()
                    .readTree(browser.open("/api/me").body())
                    .path("csrfToken")
                    .asString()
        };
    }

    private static Answer signIn(RunningToy toy, Path credentials) throws IOException {
        return toy.asker()
                .send(
                        "POST",
                        "/api/sign-in",
                        "{\"accountId\":\"admin\",\"password\":\"" + word(credentials, "password") + "\"}");
    }

    private static String firstStart(RunningToy toy, Path credentials) throws IOException {
        return toy.asker()
                .ask("GET", "/actuator/first-start", "Authorization", "Bearer " + word(credentials, "token.operator"))
                .body();
    }

    private static String word(Path credentials, String name) throws IOException {
        return Files.readAllLines(credentials).stream()
                .filter(line -> line.startsWith(name + "="))
                .map(line -> line.substring(name.length() + 1))
                .findFirst()
                .orElseThrow();
    }
}
