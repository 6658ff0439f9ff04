package io.vigie.standalone.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The live stream, of which nobody knows when it ends. */
class EndlessStreamTest {

    private static final Duration AT_ONCE = Duration.ofMillis(250);

    private final EdgeRig rig = new EdgeRig();

    EndlessStreamTest() throws Exception {}

    @AfterEach
    void stop() throws Exception {
        rig.close();
    }

    @Test
    void givenAsManyStreamsAsThereAreConnections_whenSomethingElseIsRead_thenItIsAnswered() throws Exception {
        try (EdgeRig roomy = new EdgeRig(Map.of(), Limits.of(10_000, 1_000, 1_000))) {
            for (int i = 0; i < 256; i++) {
                HttpResponse<InputStream> stream = roomy.client.send(
                        roomy.request("/api/stream?topics=nothing").build(), BodyHandlers.ofInputStream());
                assertThat(stream.statusCode()).isEqualTo(200);
            }

            assertThat(roomy.client
                            .send(
                                    roomy.request("/api/clients")
                                            .timeout(Duration.ofSeconds(10))
                                            .build(),
                                    BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    private HttpResponse<InputStream> open() throws IOException, InterruptedException {
        HttpResponse<InputStream> stream =
                rig.client.send(rig.request("/api/stream?topics=clients").build(), BodyHandlers.ofInputStream());
        assertThat(stream.statusCode()).isEqualTo(200);
        return stream;
    }

    @Test
    void givenAStream_whenItsServiceSaysSomething_thenItComesAtOnce() throws Exception {
        HttpResponse<InputStream> stream = open();
        assertThat(stream.headers().firstValue("X-Accel-Buffering")).contains("no");
        List<Long> delays = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
            for (int event = 0; event < 20; event++) {
                long said = Long.parseLong(lines.readLine().substring("data: ".length()));
                delays.add(System.nanoTime() - said);
                lines.readLine();
            }
            // A busy machine may be late once, a buffer always is.
            Collections.sort(delays);
            assertThat(Duration.ofNanos(delays.get(10))).isLessThan(AT_ONCE);
        }
    }

    @Test
    void givenAStream_whenTheBrowserLeaves_thenItsServiceLearnsOfIt() throws Exception {
        HttpResponse<InputStream> stream = open();
        assertThat(stream.body().read()).isEqualTo('d');

        stream.body().close();

        for (int tries = 0; rig.queries.broken.get() == 0; tries++) {
            assertThat(tries).isLessThan(100);
            Thread.sleep(50);
        }
    }

    @Test
    void givenAStream_whenTheEdgeStops_thenItDoesntWaitForAnEnd() throws Exception {
        HttpResponse<InputStream> stream = open();
        assertThat(stream.body().read()).isEqualTo('d');
        long begin = System.nanoTime();

        rig.edge.close();

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
    }
}
