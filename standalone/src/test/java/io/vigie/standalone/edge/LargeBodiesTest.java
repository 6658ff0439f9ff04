package io.vigie.standalone.edge;

import static io.vigie.standalone.edge.EdgeTest.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be large, and how it passes. */
class LargeBodiesTest {

    private static final int MEGABYTE = 1024 * 1024;
    private static final int TABLE = 64 * MEGABYTE;

    /** A byte that no head of an answer and no length of a chunk has. */
    private static final byte ROW = (byte) 0xa7;

    private final EdgeRig rig = new EdgeRig();

    LargeBodiesTest() throws Exception {}

    @AfterEach
    void stop() throws Exception {
        rig.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/imports/clients,2147483648",
        "/api/clients,8388609",
        "/api/models/churn/versions,33554433",
        "/api/models/churn/versions/1/evaluations,268435457",
        "/api/models/churn/versions/1/retirement,8388609",
        "/api/models/churn/rollback,8388609",
    })
    void givenALengthThatNobodyTakes_whenSent_then413(String path, long length) {
        assertProblem(
                rig.wire.send("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                        + "Expect: 100-continue\r\nContent-Length: " + length + "\r\n\r\n"),
                413);
    }

    @Test
    void givenAModelOfTwentyMegabytesAndMore_whenSent_thenTheServiceDecides() throws Exception {
        byte[] model = new byte[21 * MEGABYTE];

        String answer = rig.client
                .send(
                        rig.request("/api/models/large/versions?note=a")
                                .header("Content-Type", "application/xml")
                                .POST(BodyPublishers.ofByteArray(model))
                                .build(),
                        BodyHandlers.ofString())
                .body();

        assertThat(answer).isEqualTo("{\"bytes\":" + model.length + "}");
    }

    /** Whoever answers row by row while rows still come would wait for ever on one who takes no answer before all is sent. */
    @Test
    @Timeout(60)
    void givenATableThatIsAnsweredWhileItComes_whenSent_thenItsAnswerComesMeanwhile() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", rig.edge.port())) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            InputStream in = socket.getInputStream();
            out.write(
                    ("POST /api/models/large/versions/1/evaluations HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                                    + "Content-Type: text/csv\r\nContent-Length: " + TABLE + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            byte[] rows = new byte[MEGABYTE];
            Arrays.fill(rows, ROW);
            out.write(rows);

            assertThat(rowsOf(in, 1)).isPositive();

            CompletableFuture<Void> sent = CompletableFuture.runAsync(() -> {
                try {
                    for (int part = 1; part < TABLE / MEGABYTE; part++) {
                        out.write(rows);
                    }
                } catch (IOException broken) {
                    throw new java.io.UncheckedIOException(broken);
                }
            });
            // One of the rows was read already.
            assertThat(rowsOf(in, TABLE - 1L)).isEqualTo(TABLE - 1L);
            sent.get();
        }
    }

    /** Reads until so many rows came, of one byte each. */
    private static long rowsOf(InputStream in, long wanted) throws IOException {
        long rows = 0;
        byte[] buffer = new byte[wanted == 1 ? 1 : 65_536];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            for (int i = 0; i < n; i++) {
                rows += buffer[i] == ROW ? 1 : 0;
            }
            if (rows >= wanted) {
                return rows;
            }
        }
        return rows;
    }
}
