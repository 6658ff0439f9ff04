package io.vigie.standalone.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom the edge believes where a request came from. Every address of 127.0.0.0/8 is one of this machine. */
class BehindProxyTest {

    private static final String ELSEWHERE = "192.0.2.10";

    @Test
    void givenADeclaredProxy_whenItForwards_thenOnlyWhatItSawItselfIsBelieved() throws Exception {
        try (EdgeRig rig = behind("127.0.0.1")) {
            String answer = rig.wire.get(
                    "/api/clients",
                    "X-Forwarded-For: 6.6.6.6, 192.0.2.7",
                    "X-Forwarded-Proto: https",
                    "X-Forwarded-Host: evil.example");

            assertThat(answer)
                    .contains("X-Forwarded-For: 192.0.2.7", "X-Forwarded-Proto: https")
                    .contains("Strict-Transport-Security: max-age=31536000")
                    .doesNotContain("6.6.6.6", "evil.example");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "192.0.2.7:1234 | 192.0.2.7",
                "2001:db8::7 | 2001:db8:0:0:0:0:0:7",
                "[2001:db8::7] | 2001:db8:0:0:0:0:0:7",
                "[2001:db8::7]:1234 | 2001:db8:0:0:0:0:0:7",
                "<6.6.6.6> | 127.0.0.1",
                "vigie.test | 127.0.0.1",
                "dead.beef | 127.0.0.1",
                "999.1.1.1 | 127.0.0.1",
                "_hidden | 127.0.0.1"
            })
    void givenAnAddressAsProxiesWriteIt_whenForwarded_thenTheAddressAloneOrThatOfTheProxy(String written, String known)
            throws Exception {
        try (EdgeRig rig = behind("127.0.0.0/8")) {
            assertThat(rig.wire.get("/api/clients", "X-Forwarded-For: " + written))
                    .containsPattern("X-Forwarded-For: \\[?" + known + "\\]?\\s")
                    .contains("X-Forwarded-Proto: http\r\n");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {ELSEWHERE, "2001:db8::/32", "127.0.0.2," + ELSEWHERE})
    void givenAnotherProxy_whenAProgramOfThisMachineAsks_thenItIsServedAndNotBelieved(String proxies) throws Exception {
        try (EdgeRig rig = behind(proxies)) {
            String answer = rig.wire.get("/api/clients", "X-Forwarded-For: 192.0.2.7", "X-Forwarded-Proto: https");

            assertThat(answer)
                    .startsWith("HTTP/1.1 200")
                    .contains("X-Forwarded-For: 127.0.0.1", "X-Forwarded-Proto: http\r\n")
                    .doesNotContain("Strict-Transport-Security");
        }
    }

    @Test
    void givenProxies_whenSomebodyElseConnects_thenClosedBeforeAnythingIsRead() throws Exception {
        String own = OwnAddress.find();
        try (EdgeRig rig = behind(ELSEWHERE, "vigie.edge.address", "0.0.0.0")) {
            assertThat(new Wire(own, rig.edge.port()).get("/api/clients")).isEmpty();
            try (Socket silent = new Socket(own, rig.edge.port())) {
                silent.setSoTimeout(10_000);
                assertThat(isClosed(silent)).isTrue();
            }
            assertThat(rig.wire.get("/api/clients")).startsWith("HTTP/1.1 200");
        }
        try (EdgeRig rig = behind(own, "vigie.edge.address", "0.0.0.0")) {
            assertThat(new Wire(own, rig.edge.port()).get("/api/clients", "X-Forwarded-For: 192.0.2.7"))
                    .startsWith("HTTP/1.1 200")
                    .contains("X-Forwarded-For: 192.0.2.7");
        }
    }

    @Test
    void givenAProxyThatSpeaksTls_whenItForwards_thenBelievedTooAndNobodyElseGetsThatFar(@TempDir Path folder)
            throws Exception {
        Certificates files = Certificates.in(folder, "EC");
        String[] tls = {
            "vigie.edge.tls.certificate", files.certificate().toString(),
            "vigie.edge.tls.key", files.key().toString(),
            "vigie.edge.address", "0.0.0.0"
        };
        try (EdgeRig rig = behind("127.0.0.1", tls)) {
            URI https = URI.create(rig.edge.addresses().get(1).replace("0.0.0.0", "localhost") + "/api/clients");
            HttpClient client =
                    HttpClient.newBuilder().sslContext(files.trusting()).build();
            HttpRequest.Builder forwarded = HttpRequest.newBuilder(https).header("X-Forwarded-For", "192.0.2.7");

            assertThat(client.send(forwarded.build(), BodyHandlers.ofString()).body())
                    .contains("X-Forwarded-For: 192.0.2.7", "X-Forwarded-Proto: https");
            assertThat(client.send(forwarded.header("X-Forwarded-Proto", "http").build(), BodyHandlers.ofString())
                            .body())
                    .contains("X-Forwarded-Proto: http\r\n");
            assertThat(new Wire(OwnAddress.find(), https.getPort()).get("/api/clients"))
                    .isEmpty();
        }
    }

    private static boolean isClosed(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException open) {
            return false;
        } catch (SocketException reset) {
            return true;
        }
    }

    /** @param more names and values of settings */
    private static EdgeRig behind(String proxies, String... more) throws Exception {
        Map<String, String> settings = new HashMap<>(Map.of("vigie.edge.trusted-proxies", proxies));
        for (int i = 0; i < more.length; i += 2) {
            settings.put(more[i], more[i + 1]);
        }
        return new EdgeRig(settings);
    }
}
