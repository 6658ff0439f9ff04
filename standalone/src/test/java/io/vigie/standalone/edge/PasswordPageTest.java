package io.vigie.standalone.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Changing one's own password in a browser without script. */
class PasswordPageTest {

    private static final String FORM = "old=a%20b&new=c%26d";

    private final EdgeRig rig = new EdgeRig();

    PasswordPageTest() throws Exception {}

    @AfterEach
    void stop() throws Exception {
        rig.close();
    }

    @Test
    void givenSomebody_whenSent_thenChangedInTheirNameAndBackToTheFront() throws Exception {
        assertThat(rig.send("GET", "/password", "Cookie", Upstream.SESSION).body())
                .contains("action=\"/password\"", "12 to 72");

        HttpResponse<String> answer = rig.submit("/password", FORM, "Cookie", Upstream.SESSION);

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains("/");
        assertThat(rig.commands.asked)
                .singleElement()
                .asString()
                .contains("X-CSRF-Token: page", Upstream.SESSION)
                .endsWith("{\"oldPassword\":\"a b\",\"password\":\"c&d\"}");
    }

    @ParameterizedTest
    @CsvSource({"403,403,nothing was changed", "400,422,Nothing was changed", "429,429,too many", "500,503,in a moment"
    })
    void givenANo_whenSent_thenThePageAgainWithTheReason(int said, int status, String sentence) throws Exception {
        rig.commands.password = said;

        HttpResponse<String> answer = rig.submit("/password", FORM, "Cookie", Upstream.SESSION);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains(sentence).doesNotContain("a b", "c&amp;d");
    }

    @Test
    void givenAFormOfSomebodyWhoHasNoPasswordByNow_whenSent_thenThatIsTold() throws Exception {
        rig.commands.password = 403;
        rig.commands.passwordProblem = "/problems/no-account";

        HttpResponse<String> answer = rig.submit("/password", FORM, "Cookie", Upstream.SESSION);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("You have no password here").doesNotContain("<form");
    }

    @ParameterizedTest
    @CsvSource({"en,You have no password here", "fr,auprès de votre organisation"})
    void givenSomebodyWhoSignedInAtTheProvider_whenAsked_thenNoWayToChangeAPasswordThatIsNotHere(
            String language, String sentence) throws Exception {
        String[] headers = {"Cookie", Upstream.SESSION, "Accept-Language", language};
        assertThat(rig.send("GET", "/", headers).body()).contains("href=\"/password\"");

        rig.commands.ownPassword = false;

        assertThat(rig.send("GET", "/", headers).body())
                .contains("action=\"/sign-out\"")
                .doesNotContain("/password", "${");
        HttpResponse<String> page = rig.send("GET", "/password", headers);
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains(sentence, "href=\"/\"").doesNotContain("<form", "<input", "${");
    }

    @Test
    void givenNobodyOrNoPageOfOurs_whenSent_thenNothingIsTried() throws Exception {
        assertThat(rig.submit("/password", FORM).statusCode()).isEqualTo(401);
        assertThat(rig.wire.post(
                        "/password",
                        "application/x-www-form-urlencoded",
                        FORM.getBytes(StandardCharsets.UTF_8),
                        "Cookie: " + Upstream.SESSION))
                .startsWith("HTTP/1.1 405");
        assertThat(rig.commands.asked).isEmpty();
    }
}
