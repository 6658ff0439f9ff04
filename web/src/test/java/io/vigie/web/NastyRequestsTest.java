package io.vigie.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;

/** Addresses, headers and methods that no well-behaved client sends, and what answers tell when something fails. */
class NastyRequestsTest extends RunningToy {

    @ParameterizedTest
    @CsvSource({"application/xml,406", "text/html,406", "xyzzy,406"})
    void givenAnAcceptThatIsNotOffered_whenAsked_thenAProblem(String accept, int status) {
        assertProblem(wire.get("/things", "Accept: " + accept), status);
    }

    @Test
    void givenAnyAccept_whenRejected_thenStillAProblem() {
        String answer = wire.get("/things/6f1b2f0e-6f5e-4f5b-9d9e-1f1f1f1f1f1f", "Accept: application/json");

        assertProblem(answer, 409);
        assertThat(answer).contains("\"by\":7", "X-Toy: yes", "/problems/taken");
        assertProblem(wire.get("/nothing", "Accept: text/html"), 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/nothing/xyzzy", "/error", "/favicon.ico", "/things/a/b", "/actuator/env"})
    void givenAnUnknownAddress_whenAsked_then404(String path, CapturedOutput output) {
        assertProblem(wire.get(path), 404);
        assertThat(output).doesNotContain("xyzzy");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/things;x=y",
                "/things/;x=y",
                "//things",
                "/things//a",
                "/things/%2f",
                "/things/a%2Fb",
                "/things/..%2fxyzzy",
                "/things/%00",
                "/things/%0a",
                "/things/%5c",
                "/things/%2e%2e/a",
                "/things/%",
                "/things/%zz",
                "/things/%ff",
                "/things/../things",
                "/./things",
                "/things/%252e",
                "/things?limit=%",
                "/things?limit=%ff",
                "/things?q=%00",
                "/things?q=a&q=b",
                "/things?xyzzy=1",
                "/things?limit=0",
                "/things?limit=501",
                "/things?limit=-1",
                "/things?limit=2147483648",
                "/things?limit=xyzzy",
                "/things?colour=xyzzy",
                "/needed",
                "/things/not-a-uuid"
            })
    void givenABadPathOrQuery_whenAsked_then400(String target, CapturedOutput output) {
        assertProblem(wire.get(target), 400);
        assertThat(output).doesNotContain("ERROR").doesNotContain("xyzzy");
    }

    @Test
    void givenParametersOfARecord_whenAsked_thenOnlyItsComponentsAreTaken() {
        assertThat(Wire.status(wire.get("/filtered?band=high&q=a%20b+c"))).isEqualTo(200);
        String answer = wire.get("/filtered?bandxyzzy=high");
        assertProblem(answer, 400);
        assertThat(answer).contains("\"known\":[\"band\",\"q\"]");
        assertProblem(wire.get("/filtered?no=1"), 400);
    }

    @Test
    void givenTooManyParameters_whenAsked_then400() {
        assertProblem(wire.get("/things?" + "limit=1&".repeat(1000)), 400);
    }

    @Test
    void givenALongAddress_whenAsked_then4xx() {
        assertThat(Wire.status(wire.get("/things?q=" + "a".repeat(16_000)))).isEqualTo(200);
        assertProblem(wire.get("/things?q=" + "a".repeat(40_000)), 400);
    }

    @Test
    void givenHugeHeaders_whenAsked_then4xx() {
        assertProblem(wire.get("/things", "X-Big: " + "a".repeat(64_000)), 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0016\u0003\u0001\r\n\r\n",
                "GET\r\n\r\n",
                "GET /things HTTP/9.9\r\nHost: a\r\n\r\n",
                "GET /th\u00e9 HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /<xyzzy> HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /things HTTP/1.1\r\n\r\n",
                "GET /things HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                "GET /things HTTP/1.1\r\nHost: a b\r\n\r\n",
                "GET /things HTTP/1.1\r\nHost: a\r\nX-Any: xyzzy\u0001\r\n\r\n",
                "GET /things HTTP/1.1\r\nHost: a\r\nX-Any: xyzzy\u0000\r\n\r\n",
                "GET /things HTTP/1.1\r\nHost: a\r\nX-\u0007: xyzzy\r\n\r\n",
                "POST /things HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
                "POST /things HTTP/1.1\r\nHost: a\r\nContent-Length: xyzzy\r\n\r\n",
                "POST /things HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
                "POST /things HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: xyzzy\r\n\r\n"
            })
    void givenBrokenHttp_whenSent_thenAProblem(String request, CapturedOutput output) {
        String answer = wire.send(request);
        assertThat(Wire.status(answer)).as(answer).isBetween(400, 505);
        assertProblem(answer, Wire.status(answer));
        assertThat(output).doesNotContain("ERROR").doesNotContain("xyzzy");
    }

    @ParameterizedTest
    @CsvSource({"PUT,/things,405", "DELETE,/things,405", "TRACE,/things,405", "XYZZY,/things,405", "PATCH,/big,405"})
    void givenAnotherMethod_whenSent_then405WithAllow(String method, String path, int status) {
        String answer = wire.send(method + " " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

        assertProblem(answer, status);
        assertThat(answer).contains("Allow: ");
    }

    @Test
    void givenAFaultOfOurOwn_whenAsked_then500WithoutItsWordsAndOneErrorLine(CapturedOutput output) {
        String answer = wire.get("/broken", "X-Correlation-Id: abc-1");

        assertProblem(answer, 500);
        assertThat(answer)
                .contains("/problems/internal", "urn:vigie:request:abc-1")
                .doesNotContain("secret");
        assertThat(output.getAll().lines().filter(line -> line.contains("ERROR")))
                .hasSize(1);
        assertProblem(wire.get("/overflow"), 500);
    }

    @Test
    void givenNotReadyOrTimedOut_whenAsked_then503WithRetryAfter() {
        assertThat(wire.get("/busy")).contains("Retry-After: 1").contains("/problems/projection-behind");
        String slow = wire.get("/slow");
        assertProblem(slow, 503);
        assertThat(slow).contains("Retry-After: 1");
    }

    @Test
    void givenACorrelationId_whenSafe_thenKeptElseReplaced() {
        assertThat(wire.get("/things", "X-Correlation-Id: abc-1")).contains("X-Correlation-Id: abc-1");
        assertThat(wire.get("/things", "X-Correlation-Id: xyzzy ${jndi:x}")).doesNotContain("xyzzy");
        assertThat(wire.post(
                        "/things",
                        "application/json",
                        "{\"name\":\"a\"}".getBytes(StandardCharsets.UTF_8),
                        "X-Correlation-Id: abc-2"))
                .contains("\"correlation\":\"abc-2\"");
    }
}
