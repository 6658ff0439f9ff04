package io.vigie.standalone.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** By what name, and from which pages, the edge lets itself be asked. */
class KnownHostsTest {

    private EdgeRig rig;

    @BeforeEach
    void start() throws Exception {
        rig = new EdgeRig();
    }

    @AfterEach
    void stop() throws Exception {
        rig.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LOCALHOST",
                "localhost:PORT",
                "127.0.0.1:PORT",
                "127.0.0.1",
                "[::1]:PORT",
                "vigie.test",
                "Vigie.Test:443"
            })
    void givenANameOfOurs_whenAsked_thenAnswered(String host) {
        assertThat(asked("/api/clients", host)).startsWith("HTTP/1.1 200");
        assertThat(asked("/", host)).startsWith("HTTP/1.1 401");
        assertThat(asked("/api/health", host)).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:PORT",
                "localhost.evil.example",
                "127.0.0.1.evil.example:PORT",
                "127.0.0.2",
                "0.0.0.0:PORT",
                "[::]",
                "vigie.test.evil.example"
            })
    void givenAnotherName_whenAsked_then421WhereverItGoes(String host) {
        for (String path : new String[] {"/", "/api/clients", "/api/health", "/api/docs", "/front.css", "/xyzzy"}) {
            String answer = asked(path, host);
            assertThat(answer)
                    .startsWith("HTTP/1.1 421")
                    .contains("application/problem+json", "unknown-host", "VIGIE_EDGE_HOSTS")
                    .doesNotContain("evil", "commands", "queries");
        }
    }

    @Test
    void givenAnAbsoluteAddress_whenAsked_thenItsNameCounts() {
        String foreign = rig.wire.send(
                "GET http://evil.example/api/clients HTTP/1.1\r\nHost: evil.example\r\n" + "Connection: close\r\n\r\n");
        assertThat(foreign).startsWith("HTTP/1.1 421");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "http://localhost",
                "http://localhost:1",
                "http://127.0.0.1:PORT",
                "http://localhost:PORT.evil.example",
                "null",
                "file://",
                "http://vigie.test"
            })
    void givenAPageOfAnotherSite_whenItSends_then403AndNothingArrives(String origin) {
        for (String method : new String[] {"GET", "POST", "OPTIONS"}) {
            String answer = sent(method, "localhost:PORT", origin);
            assertThat(answer).startsWith("HTTP/1.1 403").contains("foreign-origin");
            assertThat(answer).doesNotContain("commands", "queries", "Access-Control");
        }
    }

    @Test
    void givenAPageOfOurs_whenItSends_thenAnswered() {
        assertThat(sent("POST", "localhost:PORT", "http://localhost:PORT")).startsWith("HTTP/1.1 200");
        assertThat(sent("POST", "vigie.test", "https://vigie.test")).startsWith("HTTP/1.1 200");
    }

    private String asked(String path, String host) {
        return rig.wire.send("GET " + path + " HTTP/1.1\r\nHost: " + here(host) + "\r\nConnection: close\r\n\r\n");
    }

    private String sent(String method, String host, String origin) {
        return rig.wire.send(method + " /api/clients HTTP/1.1\r\nHost: " + here(host) + "\r\nOrigin: " + here(origin)
                + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    }

    private String here(String text) {
        return text.replace("PORT", Integer.toString(rig.edge.port()));
    }
}
