package io.vigie.benchmarks.wholesystem;

import io.vigie.benchmarks.Bench;
import io.vigie.benchmarks.load.Credentials;
import io.vigie.benchmarks.load.HttpConnection;
import io.vigie.benchmarks.process.ClassPath;
import io.vigie.benchmarks.servers.VigieProgram;
import io.vigie.embedded.FreePort;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The distribution on a data folder of its own, driven by its command line. */
final class RunningVigie implements AutoCloseable {

    private static final int PATIENCE_MINUTES = 10;
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Path data;
    private final File log;
    private final int port = FreePort.find();
    private final Thread downAtExit = new Thread(this::downQuietly, "vigie-down");
    private boolean up;

    RunningVigie(Bench bench) {
        this.data = bench.folder().resolve("data");
        this.log = bench.folder().resolve("vigie.log").toFile();
        Runtime.getRuntime().addShutdownHook(downAtExit);
    }

    /** Starts it; the seconds until it was ready. */
    double up() throws IOException, InterruptedException {
        long start = System.nanoTime();
        up = true;
        run("up", "-d");
        try (HttpConnection connection = new HttpConnection(port)) {
            if (connection.get("/api/health").status() != 200) {
                throw new IOException("it said that it is ready, but it isn't");
            }
        }
        return (System.nanoTime() - start) / 1e9;
    }

    /** Runs a verb of the command line. */
    void run(String... verb) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-Dvigie.home=" + VigieProgram.home(),
                "io.vigie.standalone.Vigie"));
        command.addAll(List.of(verb));
        command.addAll(List.of("--data", data.toString(), "--port", Integer.toString(port)));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
        builder.environment()
                .put(
                        "CLASSPATH",
                        ClassPath.below(VigieProgram.home().resolve("lib")).toString());
        Process process = builder.start();
        if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            process.destroy();
            throw new IOException("vigie " + verb[0] + " does not end: see " + log);
        }
        if (process.exitValue() != 0) {
            throw new IOException("vigie " + verb[0] + " ended with " + process.exitValue() + ": see " + log);
        }
    }

    Path data() {
        return data;
    }

    /** To its edge, in that role. */
    HttpConnection connection(String role) {
        return new Credentials(data.resolve("credentials")).connection(port, role);
    }

    /** A tab that shows these topics through its edge, in that role. */
    Screen screen(String role, String topics) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/api/stream?topics=" + topics))
                .header("Authorization", "Bearer " + new Credentials(data.resolve("credentials")).token(role))
                .build();
        return new Screen(HTTP.send(request, HttpResponse.BodyHandlers.ofInputStream()));
    }

    void down() throws IOException, InterruptedException {
        run("down");
        up = false;
    }

    private void downQuietly() {
        if (up) {
            try {
                down();
            } catch (IOException e) {
                System.err.println(e.getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        downQuietly();
    }
}
