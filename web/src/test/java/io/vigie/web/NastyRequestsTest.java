package io.vigie.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "vigie.web.body-limits[/big]=3MB")
@ExtendWith(OutputCaptureExtension.class)
class NastyRequestsTest {

    @LocalServerPort
    private int port;

    private Wire wire = new Wire(0);

    @BeforeEach
    void connect() {
        wire = new Wire(port);
    }

    private static void assertProblem(String answer, int status) {
        assertThat(Wire.status(answer)).as(answer).isEqualTo(status);
        String head = answer.substring(0, answer.indexOf("\r\n\r\n")).toLowerCase(Locale.ROOT);
        assertThat(head).contains("content-type: application/problem+json");
        assertThat(head).contains("cache-control: no-store").doesNotContain("\r\nserver:");
        assertThat(answer.substring(head.length()))
                .contains("\"type\":\"/problems/", "\"title\":\"", "\"detail\":\"", "\"status\":" + status)
                .contains("\"instance\":\"urn:vigie:request:")
                .doesNotContain("Tomcat")
                .doesNotContain("Exception")
                .doesNotContain("xyzzy");
    }

    @Test
    void givenSoundJson_whenPosted_thenTaken() {
        String answer = wire.json(
                "{\"name\":\"Ada\",\"age\":3,\"amount\":1.5e3,\"on\":\"2020-02-29\",\"at\":\"2020-02-29T12:30:00+01:00\","
                        + "\"flag\":true,\"id\":\"6f1b2f0e-6f5e-4f5b-9d9e-1f1f1f1f1f1f\"}");

        assertThat(Wire.status(answer)).as(answer).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"xyzzy\"",
                "{\"name\":\"xyzzy\"",
                "{\"name\":\"a\"} xyzzy",
                "{\"name\":\"a\"}{}",
                "{\"name\":\"a\",\"name\":\"xyzzy\"}",
                "{\"xyzzy\":1}",
                "{\"name\":1}",
                "{\"name\":true}",
                "{\"name\":[\"xyzzy\"]}",
                "{\"name\":\"a\",\"age\":\"3\"}",
                "{\"name\":\"a\",\"age\":3.7}",
                "{\"name\":\"a\",\"age\":3.0}",
                "{\"name\":\"a\",\"age\":2147483648}",
                "{\"name\":\"a\",\"age\":true}",
                "{\"name\":\"a\",\"age\":\"\"}",
                "{\"name\":\"a\",\"age\":1e1000000000}",
                "{\"name\":\"a\",\"amount\":1e1000000000}",
                "{\"name\":\"a\",\"amount\":1e-1000000000}",
                "{\"name\":\"a\",\"amount\":1e400}",
                "{\"name\":\"a\",\"amount\":1e31}",
                "{\"name\":\"a\",\"amount\":NaN}",
                "{\"name\":\"a\",\"amount\":Infinity}",
                "{\"name\":\"a\",\"amount\":\"NaN\"}",
                "{\"name\":\"a\",\"amount\":\"1\"}",
                "{\"name\":\"a\",\"amount\":\"\"}",
                "{\"name\":\"a\",\"flag\":1}",
                "{\"name\":\"a\",\"flag\":\"true\"}",
                "{\"name\":\"a\\u0000\"}",
                "{\"name\":\"a\\ud800\"}",
                "{\"name\":\"\\udc00a\"}",
                "{\"n\\u0000\":\"a\"}",
                "{\"name\":\"a\",\"on\":\"2020-02-30\"}",
                "{\"name\":\"a\",\"on\":\"0000-00-00\"}",
                "{\"name\":\"a\",\"on\":\"+999999999-12-31\"}",
                "{\"name\":\"a\",\"on\":[2020,2,2]}",
                "{\"name\":\"a\",\"on\":20200202}",
                "{\"name\":\"a\",\"on\":\"\"}",
                "{\"name\":\"a\",\"at\":\"xyzzy\"}",
                "{\"name\":\"a\",\"at\":1}",
                "{\"name\":\"a\",\"id\":\"xyzzy\"}",
                "{\"name\":\"a\",\"id\":\"\"}",
                "// xyzzy\n{\"name\":\"a\"}",
                "{'name':'a'}",
                "{\"name\":\"a\",}",
            })
    void givenUnsoundJson_whenPosted_then400(String body, CapturedOutput output) {
        assertProblem(wire.json(body), 400);
        assertThat(output).doesNotContain("ERROR").doesNotContain("xyzzy");
    }

    @Test
    void givenDeepJson_whenPosted_then400() {
        assertProblem(wire.json("[".repeat(100_000)), 400);
        assertProblem(wire.json("{\"name\":" + "{\"name\":".repeat(40) + "1" + "}".repeat(41)), 400);
    }

    @Test
    void givenLongNumbersAndTexts_whenPosted_then400() {
        assertProblem(wire.json("{\"age\":" + "9".repeat(10_000) + "}"), 400);
        assertProblem(wire.json("{\"amount\":1." + "9".repeat(10_000) + "}"), 400);
        assertProblem(wire.json("{\"name\":\"" + "a".repeat(100_000) + "\"}"), 400);
        assertProblem(wire.json("{\"" + "a".repeat(1000) + "\":1}"), 400);
    }

    @Test
    void givenBytesThatAreNotUtf8_whenPosted_then400() {
        byte[] latin = "{\"name\":\"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertProblem(wire.post("/things", "application/json", latin), 400);
        assertProblem(
                wire.post("/things", "application/json", "{\"name\":\"a\"}".getBytes(StandardCharsets.UTF_16)), 400);
        byte[] surrogate = {'{', '"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"', ':', '1', '}'};
        assertProblem(wire.post("/things", "application/json", surrogate), 400);
    }

    @Test
    void givenWellFormedButUnusable_whenPosted_then422WithFields() {
        String answer = wire.json("{\"name\":\" \",\"age\":-1}");

        assertProblem(answer, 422);
        assertThat(answer).contains("\"field\":\"name\"", "\"field\":\"age\"");
    }

    @Test
    void givenAMismatch_whenPosted_thenFieldAndExpectationAreTold() {
        assertThat(wire.json("{\"name\":\"a\",\"age\":\"xyzzy\"}"))
                .contains("{\"field\":\"age\",\"message\":\"must be a whole number within range\"}");
        assertThat(wire.json("{\"xyzzy\":1}")).contains("known are age, amount, at, flag, id, name, on");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/xml",
                "application/x-www-form-urlencoded",
                "application/vnd.xyzzy+json",
                "application/json;charset=utf-16",
                "xyzzy",
                "*/*",
                ""
            })
    void givenAnotherContentType_whenPosted_then415(String type) {
        assertProblem(wire.post("/things", type, "{\"name\":\"a\"}".getBytes(StandardCharsets.UTF_8)), 415);
    }

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
    void givenABodyOverTheLimit_whenAnnounced_then413() {
        assertProblem(wire.json("{\"name\":\"" + "a".repeat(1024 * 1024) + "\"}"), 413);
        byte[] fifty = new byte[50 * 1024 * 1024];
        Arrays.fill(fifty, (byte) ' ');
        assertProblem(wire.post("/things", "application/json", fifty), 413);
    }

    @Test
    void givenABodyOverTheLimit_whenChunked_then413() {
        String chunk = "10000\r\n" + " ".repeat(65536) + "\r\n";
        assertProblem(
                wire.send("POST /things HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Type: application/json\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\n" + chunk.repeat(20) + "0\r\n\r\n"),
                413);
    }

    @Test
    void givenAPathWithALimitOfItsOwn_whenPosted_thenThatOneHolds() {
        assertThat(Wire.status(wire.post("/big", "text/csv", new byte[2 * 1024 * 1024])))
                .isEqualTo(200);
        assertProblem(wire.post("/big", "text/csv", new byte[4 * 1024 * 1024]), 413);
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
