package io.vigie.standalone.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EdgeTest {

    private final EdgeRig rig = new EdgeRig();

    EdgeTest() throws Exception {}

    @AfterEach
    void stop() throws Exception {
        rig.close();
    }

    static void assertProblem(String answer, int status) {
        assertThat(Wire.status(answer)).as(answer).isEqualTo(status);
        String head = answer.substring(0, answer.indexOf("\r\n\r\n")).toLowerCase(Locale.ROOT);
        assertThat(head)
                .contains("content-type: application/problem+json", "cache-control: no-store")
                .doesNotContain("\r\nserver:");
        assertThat(answer.substring(head.length()))
                .contains("\"type\":\"/problems/", "\"status\":" + status)
                .doesNotContainIgnoringCase("jetty")
                .doesNotContain("xyzzy");
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/api/clients?limit=1&q=a%20b,queries",
        "HEAD,/api/clients,queries",
        "POST,/api/clients,commands",
        "PUT,/api/clients/a/sites,commands",
        "PATCH,/api/clients/a,commands",
        "DELETE,/api/clients/a/departure,commands",
        "GET,/api/imports/a,commands",
        "POST,/api/imports/a,commands",
        "POST,/api/dead-letters/a/retry,queries",
        "POST,/api/rebuilds,queries",
        "GET,/api/importsa,queries",
        "GET,/api/tokens,commands",
        "DELETE,/api/tokens/a,commands",
        "GET,/api/accounts,commands",
        "POST,/api/accounts/a/tokens,commands",
        "GET,/api/reads?limit=1,commands",
        "GET,/api/actions,commands",
        "PUT,/api/me/anything,commands",
        "GET,/api/account-managers,queries",
        "POST,/api/clients/a/what-if,queries",
        "POST,/api/clients/what-if,commands",
        "POST,/api/clients/a/b/what-if,commands",
        "GET,/api/models,queries",
        "GET,/api/models/churn,queries",
        "GET,/api/models/churn/versions/2/document,queries",
        "GET,/api/models/churn/versions/2/band-changes?limit=5,queries",
        "GET,/api/models/churn/comparison,queries",
        "GET,/api/models/churn/versions/2/drift?days=30,queries",
        "POST,/api/models/churn/versions/2/evaluation,commands",
        "POST,/api/models/churn/versions?note=a,commands",
        "POST,/api/models/churn/versions/2/evaluations,queries",
        "PUT,/api/models/churn/aliases/champion,commands",
        "DELETE,/api/models/churn/aliases/challenger?reason=a,commands",
        "GET,/api/models/churn/proposals,commands",
        "DELETE,/api/models/churn/proposals/a,commands",
        "POST,/api/models/churn/rollback,commands",
        "POST,/api/models/churn/versions/2/retirement,commands",
    })
    void givenARoute_whenAsked_thenItsServiceAnswers(String method, String path, String service) throws Exception {
        HttpResponse<String> answer = rig.send(method, path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("X-Upstream")).contains(service);
        if (!method.equals("HEAD")) {
            assertThat(answer.body()).startsWith(service + " " + method + " " + path + "\n");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/xyzzy", "/actuator/health", "/v3/api-docs", "/apixyzzy", "/api/docs/xyzzy.js/..", "/error"})
    void givenNoRoute_whenAsked_thenAProblem(String path) {
        assertProblem(rig.wire.get(path, "Authorization: " + Upstream.TOKEN), path.endsWith("..") ? 400 : 404);
        assertProblem(rig.wire.get(path), path.endsWith("..") ? 400 : 401);
    }

    @Test
    void givenHeadersOfAHopOrOfAProxy_whenAsked_thenOnlyTheEdgesOwnArrive() {
        String answer = rig.wire.get(
                "/api/clients",
                "X-Forwarded-For: 6.6.6.6",
                "X-Forwarded-Proto: https",
                "Forwarded: for=6.6.6.6",
                "X-Real-IP: 6.6.6.6",
                "Keep-Alive: 5",
                "TE: trailers",
                "X-Kept: yes");

        assertThat(answer)
                .contains("X-Forwarded-For: 127.0.0.1", "X-Forwarded-Proto: http\n".trim(), "X-Kept: yes")
                .doesNotContain("6.6.6.6")
                .doesNotContain("Keep-Alive: 5")
                .doesNotContain("secret/1.0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/api/clients", "/api/health", "/api/docs", "/xyzzy", "/api/;x", "/api/account-managers"})
    void givenAnyAnswer_whenRead_thenBrowsersAreToldToTakeCare(String path) throws Exception {
        if (path.equals("/api/account-managers")) {
            rig.queries.close();
        }
        for (String who : new String[] {"Accept: text/html", "Authorization: " + Upstream.TOKEN}) {
            assertSafe(rig.wire.get(path, who));
        }
    }

    private static void assertSafe(String answer) {
        assertThat(answer.lines().filter(line -> line.startsWith("Content-Security-Policy: default-src 'none'")))
                .hasSize(1);
        assertThat(answer)
                .contains("frame-ancestors 'none'")
                .contains("X-Content-Type-Options: nosniff")
                .containsPattern("Referrer-Policy: (no-referrer|same-origin)\r\n")
                .contains("Cross-Origin-Resource-Policy: same-origin")
                .doesNotContain("\r\nServer:", "X-Powered-By");
    }

    @Test
    void givenAServiceThatIsDown_whenAsked_then503AndRetryAfter() throws Exception {
        rig.queries.close();

        String answer = rig.wire.get("/api/clients");

        assertProblem(answer, 503);
        assertThat(answer).contains("Retry-After: 1");
        assertThat(rig.send("POST", "/api/clients").statusCode()).isEqualTo(200);
    }

    @Test
    void givenAServiceThatBreaksOff_whenAsked_thenNeverAWholeAnswer() {
        String answer = rig.wire.get("/api/clients/break");

        assertThat(answer).doesNotEndWith("0\r\n\r\n");
    }

    @Test
    void givenAStream_whenAsked_thenItsFirstPartComesAtOnce() throws Exception {
        HttpResponse<InputStream> answer =
                rig.client.send(rig.request("/api/clients/stream").build(), BodyHandlers.ofInputStream());

        byte[] first = new byte[9];
        assertThat(answer.body().readNBytes(first, 0, 9)).isEqualTo(9);
        assertThat(new String(first, StandardCharsets.UTF_8)).isEqualTo("data: 1\n\n");
        assertThat(new String(answer.body().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("data: 2\n\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/clients;x=y",
                "//api/clients",
                "/api//clients",
                "/api/clients/..%2fxyzzy",
                "/api/%2e%2e/actuator/health",
                "/api/../actuator/health",
                "/api/clients/%00",
                "/api/clients/%0d%0a",
                "/api/clients/%",
                "/api/clients/%zz",
                "/api/clients/%ff",
                "/api/clients/%252e",
                "/api/clients/%5c",
                "/api/clients/a\\b",
                "api/clients",
                "*"
            })
    void givenABadAddress_whenAsked_then400(String path) {
        assertProblem(rig.wire.get(path), 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0016\u0003\u0001\r\n\r\n",
                "GET\r\n\r\n",
                "GET /api/clients\r\n\r\n",
                "GET /api/clients HTTP/9.9\r\nHost: localhost\r\n\r\n",
                "GET /api/<xyzzy> HTTP/1.1\r\nHost: a b\r\n\r\n",
                "GET /api/clients HTTP/1.1\r\n\r\n",
                "GET /api/clients HTTP/1.1\r\nHost: localhost\r\nHost: b\r\n\r\n",
                "GET /api/clients HTTP/1.1\r\nHost: localhost\r\n folded: xyzzy\r\n\r\n",
                "POST /api/clients HTTP/1.1\r\nHost: localhost\r\nContent-Length: xyzzy\r\n\r\n",
                "POST /api/clients HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
                "POST /api/clients HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "POST /api/clients HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nxyzzy\r\n",
                "XYZZY / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
            })
    void givenBrokenHttp_whenSent_thenAProblem(String request) {
        String answer = rig.wire.send(request);
        assertThat(Wire.status(answer)).as(answer).isBetween(400, 505);
        assertProblem(answer, Wire.status(answer));
    }

    @Test
    void givenALongAddressOrLargeHeaders_whenSent_then414Or431() {
        assertProblem(rig.wire.get("/api/clients?q=" + "a".repeat(16 * 1024)), 414);
        assertProblem(rig.wire.get("/api/clients", "X-Big: " + "a".repeat(64 * 1024)), 431);
        assertThat(Wire.status(rig.wire.get("/api/clients?q=" + "a".repeat(7 * 1024))))
                .isEqualTo(200);
    }
}
