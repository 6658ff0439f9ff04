package io.vigie.standalone.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The edge as a process of its own, in the memory that it is given. */
class EdgeMemoryTest {

    private static final long LARGE = 200L * 1024 * 1024;

    @Test
    void givenALargeUpload_whenPassedOn_thenItNeedsNoMemory() throws Exception {
        try (Upstream commands = new Upstream("commands")) {
            Process edge = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx40m",
                            "-XX:+UseSerialGC",
                            "-XX:+ExitOnOutOfMemoryError",
                            "-Dvigie.edge.port=0",
                            "-Dvigie.edge.command-service=" + commands.address(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Edge.class.getName())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (BufferedReader out =
                    new BufferedReader(new InputStreamReader(edge.getInputStream(), StandardCharsets.UTF_8))) {
                String line = out.readLine();
                assertThat(line).startsWith("edge listens on http://127.0.0.1:");
                URI imports = URI.create(line.substring("edge listens on ".length()) + "/api/imports/clients");

                var answer = HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(imports)
                                        .POST(BodyPublishers.ofInputStream(() -> zeros(LARGE)))
                                        .build(),
                                BodyHandlers.ofString());

                assertThat(answer.body()).isEqualTo("{\"bytes\":" + LARGE + "}");
                assertThat(edge.isAlive()).isTrue();
            } finally {
                edge.destroy();
                edge.waitFor();
            }
        }
    }

    private static InputStream zeros(long length) {
        return new InputStream() {
            private long left = length;

            @Override
            public int read() {
                return left-- > 0 ? 0 : -1;
            }

            @Override
            public int read(byte[] buffer, int offset, int wanted) {
                int count = (int) Math.min(wanted, left);
                left -= count;
                return count == 0 ? -1 : count;
            }
        };
    }
}
