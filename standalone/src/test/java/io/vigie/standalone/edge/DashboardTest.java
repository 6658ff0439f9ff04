package io.vigie.standalone.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages that were built: who is given them, and where. */
class DashboardTest {

    private static final String SCRIPT = "/assets/page-1a2b.js";

    private final EdgeRig rig =
            new EdgeRig(Dashboard.in("/io/vigie/standalone/edge/pages/").orElseThrow());

    DashboardTest() throws Exception {}

    @AfterEach
    void stop() throws Exception {
        rig.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/portfolio",
                "/clients",
                "/clients/some%20client",
                "/account-managers",
                "/models",
                "/events",
                "/pipeline",
                "/new-client"
            })
    void givenSomebody_whenAScreenIsAsked_thenTheDocumentThatAllScreensStartFrom(String path) throws Exception {
        HttpResponse<String> answer = rig.sendKnown("GET", path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("<title>pages</title>");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("default-src 'none'", "script-src 'self'", "form-action 'self'")
                        .doesNotContain("unsafe"));
        assertThat(rig.sendKnown("POST", path).statusCode()).isEqualTo(405);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/portfolio", "/clients/ann", SCRIPT, "/index.html", "/assets/other.js"})
    void givenNobody_whenAPageOrAFileIsAsked_then401(String path) throws Exception {
        HttpResponse<String> answer = rig.send("GET", path);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).doesNotContain("pages", "drawn");
    }

    @Test
    void givenAFile_whenAskedByWhoeverTakesGzip_thenPackedAndToBeKept() throws Exception {
        HttpResponse<String> plain = rig.sendKnown("GET", SCRIPT);
        assertThat(plain.body()).isEqualTo("document.title = \"drawn\"\n");
        assertThat(plain.headers().firstValue("Content-Type")).contains("text/javascript");
        assertThat(plain.headers().firstValue("Cache-Control")).contains("private, max-age=31536000, immutable");

        HttpResponse<byte[]> packed = rig.sendKnownForBytes("GET", SCRIPT, "Accept-Encoding", "gzip, br");
        assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(packed.headers().firstValue("Vary")).contains("Accept-Encoding");
        try (GZIPInputStream text = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
            assertThat(new String(text.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(plain.body());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/other.js",
                "/assets/page-1a2b.js.gz",
                "/assets/../index.html",
                "/assets/",
                "/files.txt",
                "/index.html",
                "/portfolio/",
                "/portfolios"
            })
    void givenSomebody_whenWhatIsNoPageIsAsked_then404(String path) throws Exception {
        assertThat(rig.sendKnown("GET", path).statusCode()).isIn(400, 404);
    }

    @Test
    void givenPages_whenTheApiIsAsked_thenItsServicesAnswer() throws Exception {
        assertThat(rig.sendKnown("GET", "/api/clients").body()).contains("queries");
        assertThat(rig.sendKnown("GET", "/api/docs").statusCode()).isEqualTo(200);
    }
}
