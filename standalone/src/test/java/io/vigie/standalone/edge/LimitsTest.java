package io.vigie.standalone.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How much, and how slowly, one address may ask. */
class LimitsTest {

    /** Which may have as many connections as there are. */
    private static final Map<String, String> PROXY = Map.of("vigie.edge.trusted-proxies", "127.0.0.1");

    private static final Limits IMPATIENT = new Limits(
            2_000, 9, 4, 8, Duration.ofMillis(700), Duration.ofMillis(700), Duration.ofMillis(700), 1_000_000);

    private final EdgeRig rig = new EdgeRig(Map.of(), IMPATIENT);

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
    void givenAllConnectionsTakenByIdleOnes_whenOneMoreOpens_thenItIsSoonServed() throws Exception {
        Limits patient = new Limits(
                2_000, 9, 4, 8, Duration.ofMinutes(10), Duration.ofMillis(700), Duration.ofMinutes(10), 1_000_000);
        List<Socket> open = new ArrayList<>();
        try (EdgeRig proxied = new EdgeRig(PROXY, patient)) {
            for (int i = 0; i < patient.connections(); i++) {
                open.add(connected(proxied));
                assertThat(answered(open.get(i))).isTrue();
            }

            open.add(connected(proxied));

            assertThat(answered(open.get(patient.connections()))).isTrue();
        } finally {
            for (Socket socket : open) {
                socket.close();
            }
        }
    }

    @Test
    void givenAllConnectionsInUse_whenOneMoreOpens_thenItWaitsUntilOneEnds() throws Exception {
        Limits patient = new Limits(
                2_000, 9, 4, 8, Duration.ofMinutes(10), Duration.ofMinutes(10), Duration.ofMinutes(10), 1_000_000);
        List<Socket> open = new ArrayList<>();
        try (EdgeRig proxied = new EdgeRig(PROXY, patient)) {
            for (int i = 0; i < patient.connections(); i++) {
                open.add(connected(proxied));
                assertThat(answered(open.get(i))).isTrue();
            }
            Socket more = connected(proxied);
            open.add(more);
            more.setSoTimeout(1_000);
            assertThat(answered(more)).isFalse();

            open.get(0).close();

            more.setSoTimeout(10_000);
            assertThat(answered(more)).isTrue();
        } finally {
            for (Socket socket : open) {
                socket.close();
            }
        }
    }

    @Test
    void givenConnectionsThatEnded_whenOthersOpen_thenTheyDontCountAnyMore() throws Exception {
        for (int i = 0; i < 3 * IMPATIENT.connectionsOfOne(); i++) {
            try (Socket socket = connected()) {
                answered(socket);
            }
        }
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        boolean answered = false;
        while (!answered && System.nanoTime() < end) {
            try (Socket socket = connected()) {
                answered = answered(socket);
            }
        }
        assertThat(answered).isTrue();
    }

    @Test
    void givenNoMoreThanFewConnections_whenIdle_thenTheyStay() throws Exception {
        Limits patient = new Limits(
                2_000, 9, 4, 8, Duration.ofMinutes(10), Duration.ofMillis(1), Duration.ofMinutes(10), 1_000_000);
        try (EdgeRig proxied = new EdgeRig(PROXY, patient);
                Socket idle = connected(proxied)) {
            assertThat(answered(idle)).isTrue();
            idle.setSoTimeout(1_500);

            assertThatThrownBy(() -> idle.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @ParameterizedTest
    @CsvSource({"512,2048,,", "7,2048,7,", "512,9,,9", "7,9,7,9"})
    void givenSettings_whenRead_thenTheConnectionsOfOneAndOfAll(
            int ofOne, int ofAll, @Nullable String one, @Nullable String all) {
        Map<String, String> settings = new HashMap<>();
        settings.put("vigie.edge.connections", one);
        settings.put("vigie.edge.all-connections", all);

        Limits limits = EdgeSettings.of(settings::get).limits();

        assertThat(limits.connectionsOfOne()).isEqualTo(ofOne);
        assertThat(limits.connections()).isEqualTo(ofAll);
    }

    private Socket connected() throws IOException {
        return connected(rig);
    }

    private static Socket connected(EdgeRig rig) throws IOException {
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
