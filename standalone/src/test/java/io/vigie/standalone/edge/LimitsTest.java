package io.vigie.standalone.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How much, and how slowly, one address may ask. */
class LimitsTest {

    private static final Limits IMPATIENT =
            new Limits(2_000, 4, 8, Duration.ofMillis(700), Duration.ofMillis(700), 1_000_000);

    private final EdgeRig rig = new EdgeRig(
            Map.of(),
            usual -> new EdgeSettings(
                    usual.address(),
                    usual.port(),
                    usual.hosts(),
                    usual.tls(),
                    usual.tlsPort(),
                    usual.trustedProxies(),
                    usual.publishedOnLoopback(),
                    IMPATIENT,
                    usual.operatorToken(),
                    usual.services()));

    LimitsTest() throws Exception {}

    @AfterEach
    void stop() throws Exception {
        rig.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/clients HTTP/1.1\r\nHost: localhost\r\nX-Slow: ",
                "POST /api/imports/clients HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\n",
                "GET /api/clients HTTP/1.1\r\nHost: localhost\r\n\r\nGET /api/clients HTTP/1.1\r\nHost: loc"
            })
    void givenARequestThatComesDropByDrop_whenWaitedFor_thenItsConnectionEnds(String begin) throws Exception {
        try (Socket socket = connected()) {
            OutputStream out = socket.getOutputStream();
            out.write(begin.getBytes(StandardCharsets.US_ASCII));
            out.flush();

            assertThat(endsWhileDripping(socket)).isTrue();
        }
        assertThat(rig.commands.received.get()).isLessThan(100_000);
    }

    /** A drop every 20 ms for at most ten seconds. */
    private static boolean endsWhileDripping(Socket socket) throws Exception {
        socket.setSoTimeout(20);
        for (int drop = 0; drop < 500; drop++) {
            try {
                socket.getOutputStream().write('a');
                socket.getOutputStream().flush();
                while (socket.getInputStream().read() >= 0) {
                    // An answer to what came before.
                }
                return true;
            } catch (SocketTimeoutException stillOpen) {
                continue;
            } catch (IOException closed) {
                return true;
            }
        }
        return false;
    }

    @Test
    void givenAServiceThatIsSlow_whenWaitedFor_thenNobodyIsToBlame() throws Exception {
        rig.queries.pause = Duration.ofMillis(2_000);

        assertThat(rig.send("GET", "/api/clients").statusCode()).isEqualTo(200);
    }

    @Test
    void givenAllConnectionsOfOneAddress_whenOneMoreOpens_thenItIsClosedAndTheOthersServe() throws Exception {
        List<Socket> open = new ArrayList<>();
        try {
            for (int i = 0; i < IMPATIENT.connectionsOfOne(); i++) {
                open.add(connected());
                assertThat(answered(open.get(i))).isTrue();
            }
            assertThat(answered(connected())).isFalse();
            assertThat(answered(open.get(0))).isTrue();
        } finally {
            for (Socket socket : open) {
                socket.close();
            }
        }
    }

    @Test
    void givenTooManyRequests_whenSent_then429AndWhen() throws Exception {
        try (EdgeRig slow = new EdgeRig(Map.of("vigie.edge.requests-per-second", "1"))) {
            HttpResponse<String> answer = slow.send("GET", "/api/clients");
            for (int i = 0; i < 10 && answer.statusCode() == 200; i++) {
                answer = slow.send("GET", "/api/clients");
            }

            assertThat(answer.statusCode()).isEqualTo(429);
            assertThat(answer.headers().firstValue("Retry-After")).contains("1");
            assertThat(answer.body()).contains("/problems/too-many-requests");
        }
    }

    private Socket connected() throws IOException {
        Socket socket = new Socket("127.0.0.1", rig.edge.port());
        socket.setSoTimeout(10_000);
        return socket;
    }

    /** Whether one request on it gets the beginning of an answer. */
    private static boolean answered(Socket socket) {
        try {
            socket.getOutputStream()
                    .write("HEAD /api/clients HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            StringBuilder head = new StringBuilder();
            while (!head.toString().endsWith("\r\n\r\n")) {
                int next = socket.getInputStream().read();
                if (next < 0) {
                    return false;
                }
                head.append((char) next);
            }
            return head.toString().startsWith("HTTP/1.1 200");
        } catch (IOException closed) {
            return false;
        }
    }
}
