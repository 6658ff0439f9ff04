package io.vigie.query;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.query.testing.Http;
import io.vigie.query.testing.Tokens;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whoever sends records slowly keeps nobody else from evaluating. */
@SuppressWarnings("NullAway.Init")
class SlowSendersIT extends EvaluableModels {

    private static final int AT_ONCE = 16;
    private static final byte[] LARGE = (HEADER + "\n" + (ROW + "\n").repeat(5_000)).getBytes(UTF_8);

    @LocalServerPort
    private int port;

    private final List<Socket> slow = new ArrayList<>();

    /** Sends all but the end. */
    private void sendSlowly(String type, byte[] begun) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        slow.add(socket);
        OutputStream out = socket.getOutputStream();
        String head = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: " + Tokens.of("data-scientist")
                + "\r\nContent-Type: " + type + "\r\nContent-Length: " + (begun.length + 1) + "\r\n\r\n";
        out.write(head.getBytes(US_ASCII));
        out.write(begun);
        out.flush();
    }

    private Http.Answer large() {
        return scientist.post(path, "text/csv", LARGE);
    }

    private void untilLargeIsTaken() throws InterruptedException {
        for (int i = 0; i < 200 && large().status() != 200; i++) {
            Thread.sleep(50);
        }
        assertThat(large().status()).isEqualTo(200);
    }

    @AfterEach
    void goAway() throws Exception {
        for (Socket socket : slow) {
            socket.close();
        }
        slow.clear();
        untilLargeIsTaken();
    }

    @Test
    void givenSlowSenders_whenOthersEvaluate_thenTheyAreAnswered() throws Exception {
        for (int i = 0; i < 4; i++) {
            sendSlowly("text/csv", LARGE);
            sendSlowly("application/json", ("{\"record\":" + RECORD).getBytes(UTF_8));
            sendSlowly("application/json", ("{\"record\":" + RECORD + " ".repeat(100_000)).getBytes(UTF_8));
        }
        for (int i = 0; i < 20; i++) {
            assertThat(large().status()).isEqualTo(200);
            assertThat(scientist.post(path, "{\"record\":" + RECORD + "}").status())
                    .isEqualTo(200);
            Thread.sleep(25);
        }
    }

    @Test
    void givenAsManyFilesAsAreTakenAtOnce_whenAnotherIsSent_then503AndARecordIsStillAnswered() throws Exception {
        for (int i = 0; i < 4 * AT_ONCE && large().status() != 503; i++) {
            sendSlowly("text/csv", LARGE);
        }

        Http.Answer refused = large();
        assertThat(refused.status()).isEqualTo(503);
        assertThat(slow).hasSizeGreaterThanOrEqualTo(AT_ONCE);
        assertThat(refused.header("Retry-After")).isEqualTo("5");
        assertThat(scientist.post(path, "{\"record\":" + RECORD + "}").status()).isEqualTo(200);
    }
}
