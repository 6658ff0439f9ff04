package io.vigie.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;

/** Bodies that can't be read, make no sense or have no end. */
class NastyBodiesTest extends RunningToy {

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
}
