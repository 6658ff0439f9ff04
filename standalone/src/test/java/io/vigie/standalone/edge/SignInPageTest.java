package io.vigie.standalone.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in and out in a browser without script. */
class SignInPageTest {

    private static final String RIGHT = "account=ann&password=a%26%3D%2B%C3%A9+b&next=";

    private final EdgeRig rig = new EdgeRig();

    SignInPageTest() throws Exception {}

    @AfterEach
    void stop() throws Exception {
        rig.close();
    }

    @ParameterizedTest
    @CsvSource({"en,Sign in to go on.", "fr,Connectez-vous pour continuer."})
    void givenABrowserOfNobody_whenItAsksForAPage_thenTheSignInPageThatGoesOnToIt(String language, String sentence)
            throws Exception {
        HttpResponse<String> answer =
                rig.send("GET", "/api/docs?a=%22%3E&b", "Accept", "text/html,*/*", "Accept-Language", language);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"vigie\"");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("style-src 'sha256-", "form-action 'self'")
                .doesNotContain("unsafe", "script");
        assertThat(answer.body())
                .contains("<html lang=\"" + language + "\">", sentence, "action=\"/sign-in\"")
                .contains("name=\"next\" value=\"/api/docs?a=%22%3E&amp;b\"")
                .doesNotContain("<script", "style=", "${", "http://", "https://");
    }

    @ParameterizedTest
    @CsvSource({"en,Sign in with your organisation", "fr,Se connecter avec votre organisation"})
    void givenAProvider_whenTheSignInPageIsShown_thenItLeadsThereToo(String language, String words) throws Exception {
        String[] page = {"Accept", "text/html", "Accept-Language", language};
        for (String ways : new String[] {rig.commands.ways, "{}", "provider", "\"provider\""}) {
            rig.commands.ways = ways;
            assertThat(rig.send("GET", "/api/docs", page).body())
                    .contains("name=\"next\"")
                    .doesNotContain("provider", words);
        }

        rig.commands.ways = "{\"password\":true,\"provider\":true}";

        assertThat(rig.send("GET", "/api/docs?a=%22%3E&b=/c", page).body())
                .contains("href=\"/api/sign-in/provider?next=%2Fapi%2Fdocs%3Fa%3D%2522%253E%26b%3D%2Fc\">" + words)
                .contains("name=\"password\"")
                .doesNotContain("${");

        rig.commands.ways = "{\"password\":false,\"provider\":true}";

        assertThat(rig.send("GET", "/api/docs", page).body())
                .contains("href=\"/api/sign-in/provider?next=%2Fapi%2Fdocs\">" + words)
                .doesNotContain("<form", "name=\"password\"", "${");
    }

    @ParameterizedTest
    @CsvSource({
        "en,sign-in-failed,who you are in a way",
        "en,sign-in-not-begun-here,begun in this browser",
        "en,sign-in-unavailable,in a moment",
        "en,no-role,Ask whoever looks after Vigie",
        "en,too-many-attempts,too many attempts",
        "fr,sign-in-failed,de façon crédible",
        "fr,sign-in-not-begun-here,dans ce navigateur",
        "fr,sign-in-unavailable,dans un moment",
        "fr,no-role,aucun rôle",
        "fr,too-many-attempts,trop d’essais",
        "en,xyzzy,Sign in to go on.",
        "en,no-role&a,Sign in to go on.",
        "en,%zz,Sign in to go on.",
        "en,,Sign in to go on."
    })
    void givenASignInThatFailedAtTheProvider_whenItsPersonComesBack_thenASentenceForItAndBothWaysToTryAgain(
            String language, @Nullable String failed, String sentence) throws Exception {
        rig.commands.ways = "{\"password\":true,\"provider\":true}";

        String answer = rig.wire.get(
                "/sign-in?failed=" + (failed == null ? "" : failed),
                "Accept: text/html",
                "Accept-Language: " + language);

        assertThat(answer).startsWith("HTTP/1.1 401");
        assertThat(answer)
                .contains("<p role=\"alert\">", sentence)
                .contains("action=\"/sign-in\"", "name=\"next\" value=\"/\"")
                .contains("href=\"/api/sign-in/provider?next=%2F\"")
                .doesNotContain("xyzzy", "failed=", "${");
    }

    @Test
    void givenAPageWithAQueryOfTheSameKind_whenNobodyAsksForIt_thenNothingFailed() throws Exception {
        assertThat(rig.send("GET", "/api/docs?failed=no-role", "Accept", "text/html")
                        .body())
                .contains("Sign in to go on.");
    }

    @Test
    void givenTheRightPassword_whenSent_thenTheCookieAndOnToThePage() throws Exception {
        HttpResponse<String> answer =
                rig.submit("/sign-in", RIGHT + "%2Fapi%2Fdocs%3Fa%3Db", "Cookie", "vigie_session=old");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains("/api/docs?a=b");
        assertThat(answer.headers().firstValue("Set-Cookie")).contains(Upstream.SESSION + "; HttpOnly; Path=/");
        assertThat(rig.commands.asked)
                .singleElement()
                .asString()
                .contains("X-Forwarded-For: 127.0.0.1", "X-Forwarded-Proto: http", "vigie_session=old")
                .endsWith("{\"accountId\":\"ann\",\"password\":\"a&=+é b\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "https://evil.example",
                "evil.example",
                "/%09/evil.example",
                "/%0D%0AX-Evil:%20yes",
                "/%20/evil.example",
                "javascript:alert(1)",
                ""
            })
    void givenANextPageElsewhere_whenSignedIn_thenTheFrontPage(String next) throws Exception {
        HttpResponse<String> answer = rig.submit("/sign-in", RIGHT + next);

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains("/");
        assertThat(answer.headers().firstValue("X-Evil")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "401,401,belong together",
        "403,403,Nobody signs in with a password here",
        "400,401,belong together",
        "422,401,belong together",
        "429,429,too many attempts",
        "503,503,in a moment"
    })
    void givenANo_whenSent_thenThePageAgainWithTheReason(int said, int status, String sentence) throws Exception {
        rig.commands.signIn = said;

        HttpResponse<String> answer = rig.submit("/sign-in", "account=%3Cann%3E&password=secret&next=%2Fapi%2Fdocs");

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(answer.headers().firstValue("Retry-After"))
                .isEqualTo(Optional.ofNullable(status == 429 ? "7" : status == 503 ? "1" : null));
        assertThat(answer.body())
                .contains(sentence, "value=\"&lt;ann&gt;\"", "value=\"/api/docs\"")
                .doesNotContain("secret");
    }

    @Test
    void givenAFormOfNoPageOfOurs_whenSent_thenNothingIsTried() throws Exception {
        for (String path : new String[] {"/sign-in", "/sign-out"}) {
            String form = "application/x-www-form-urlencoded";
            assertThat(rig.wire.post(path, form, RIGHT.getBytes(StandardCharsets.UTF_8), "Cookie: " + Upstream.SESSION))
                    .startsWith("HTTP/1.1 4");
            assertThat(rig.wire.post(path, form, RIGHT.getBytes(StandardCharsets.UTF_8), "Origin: http://evil.example"))
                    .startsWith("HTTP/1.1 403");
            assertThat(rig.wire.post(path, form, RIGHT.getBytes(StandardCharsets.UTF_8), "Origin: null"))
                    .startsWith("HTTP/1.1 403");
            assertThat(rig.wire.post(path, form, RIGHT.getBytes(StandardCharsets.UTF_8), "Sec-Fetch-Site: cross-site"))
                    .startsWith("HTTP/1.1 401");
        }
        assertThat(rig.commands.asked).isEmpty();
    }

    @Test
    void givenWhatIsNoForm_whenSent_thenRefused() throws Exception {
        String ours = "Sec-Fetch-Site: same-origin";
        String form = "application/x-www-form-urlencoded";
        assertThat(rig.wire.post("/sign-in", "application/json", "{}".getBytes(StandardCharsets.UTF_8), ours))
                .startsWith("HTTP/1.1 415");
        assertThat(rig.wire.post("/sign-in", form, new byte[8193], ours)).startsWith("HTTP/1.1 413");
        assertThat(rig.wire.post("/sign-in", form, "a=&b=&c=&d=&e=&f=&g=&h=&i=".getBytes(StandardCharsets.UTF_8), ours))
                .startsWith("HTTP/1.1 400");
        assertThat(rig.wire.post("/sign-in", form, "account=%zz".getBytes(StandardCharsets.UTF_8), ours))
                .startsWith("HTTP/1.1 4");
        assertThat(rig.wire.send("POST /sign-in HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + ours
                        + "\r\nContent-Type: " + form + "\r\nTransfer-Encoding: chunked\r\n\r\n4000\r\n"
                        + "a".repeat(0x4000) + "\r\n0\r\n\r\n"))
                .startsWith("HTTP/1.1 4");
        assertThat(rig.commands.asked).isEmpty();
    }

    @Test
    void givenSomebody_whenTheFrontPageIsAsked_thenItSaysWhoAndLetsOut() throws Exception {
        HttpResponse<String> front = rig.send("GET", "/", "Cookie", Upstream.SESSION);
        assertThat(front.body()).contains("Signed in as &lt;ann&gt;", "action=\"/sign-out\"");
        assertThat(front.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(front.headers().firstValue("Referrer-Policy")).contains("same-origin");

        HttpResponse<String> out = rig.submit("/sign-out", "", "Cookie", Upstream.SESSION);

        assertThat(out.statusCode()).isEqualTo(303);
        assertThat(out.headers().firstValue("Location")).contains("/");
        assertThat(out.headers().firstValue("Set-Cookie")).contains("vigie_session=; Max-Age=0");
        assertThat(rig.submit("/sign-out", "").statusCode()).isEqualTo(303);
        assertThat(rig.send("GET", "/sign-in", "Cookie", Upstream.SESSION).statusCode())
                .isEqualTo(303);
    }
}
