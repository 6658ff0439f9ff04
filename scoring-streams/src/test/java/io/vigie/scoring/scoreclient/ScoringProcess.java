package io.vigie.scoring.scoreclient;

import io.vigie.embedded.FreePort;
import io.vigie.scoring.ScoringStreams;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The service as it runs in earnest: a process of its own, which can be killed. */
final class ScoringProcess implements AutoCloseable {

    private static final String TOKEN = "vigie_ttttttttttttttttttttttttttttttttttttttttttt";
    private static final String SHA_256_OF_TOKEN = "6c7c936c8fc94a71aed9982648101d0a7ea5c02ac2fc184e4bca3e4a7449c081";

    private final Process process;
    private final int port;
    private final Path log;

    private ScoringProcess(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    static ScoringProcess start(String bootstrapServers, Path folder, String... arguments) throws IOException {
        int port = FreePort.find();
        Path log = Files.createTempFile(folder, "scoring", ".log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                ScoringStreams.class.getName(),
                "--server.port=" + port,
                "--server.address=127.0.0.1",
                "--logging.level.io.vigie=info",
                "--spring.kafka.bootstrap-servers=" + bootstrapServers,
                "--vigie.access.operators=" + SHA_256_OF_TOKEN,
                "--vigie.state-directory=" + folder.resolve("state")));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new ScoringProcess(process, port, log);
    }

    ScoringProcess awaitUp() throws InterruptedException, IOException {
        awaitHealth(200);
        return this;
    }

    void awaitHealth(int status) throws InterruptedException, IOException {
        for (int look = 0; look < 600; look++) {
            if (health() == status) {
                return;
            }
            if (!process.isAlive()) {
                throw new AssertionError("scoring ended: " + log());
            }
            Thread.sleep(100);
        }
        throw new AssertionError("health never was " + status + ": " + log());
    }

    void awaitLog(String line) throws InterruptedException, IOException {
        for (int look = 0; look < 1200 && !log().contains(line); look++) {
            Thread.sleep(50);
        }
    }

    private int health() {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create("http://127.0.0.1:" + port + "/actuator/health")
                            .toURL()
                            .openConnection();
            connection.setConnectTimeout(1_000);
            connection.setReadTimeout(5_000);
            return connection.getResponseCode();
        } catch (IOException notYet) {
            return 0;
        }
    }

    String get(String path) throws IOException {
        URLConnection connection =
                URI.create("http://127.0.0.1:" + port + path).toURL().openConnection();
        connection.setRequestProperty("Authorization", "Bearer " + TOKEN);
        try (var body = connection.getInputStream()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The status for somebody without a token. */
    int statusForNobody(String path) throws IOException {
        return ((HttpURLConnection)
                        URI.create("http://127.0.0.1:" + port + path).toURL().openConnection())
                .getResponseCode();
    }

    String log() throws IOException {
        return Files.readString(log);
    }

    /** kill -9. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    int awaitEnd() throws InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new AssertionError("scoring did not end");
        }
        return process.exitValue();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            kill();
        }
    }
}
