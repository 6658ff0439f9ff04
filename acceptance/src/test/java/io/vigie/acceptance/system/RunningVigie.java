package io.vigie.acceptance.system;

import java.io.IOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;
import tools.jackson.databind.JsonNode;

/** A whole Vigie in a folder of its own, started and stopped by its command line, killed by the operating system. */
public final class RunningVigie implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(3);
    private static final Duration RECOVERY = Duration.ofMinutes(2);

    private final CommandLine commandLine;
    private final Path data;
    private final Credentials credentials;
    private final Api api;

    private RunningVigie(CommandLine commandLine, Path data, URI origin) {
        this.commandLine = commandLine;
        this.data = data;
        this.credentials = new Credentials(data);
        this.api = new Api(origin, credentials);
    }

    /** Starts a warm one with the default settings and those given, as {@code DATA/vigie.properties} would hold them. */
    public static RunningVigie start(Path data, Map<String, String> settings) throws IOException, InterruptedException {
        RunningVigie vigie = stopped(data, settings);
        WarmPrograms.of(CommandLine.HOME).lend(data);
        vigie.up();
        return vigie;
    }

    /** One that was never started. */
    public static RunningVigie stopped(Path data, Map<String, String> settings) throws IOException {
        Files.createDirectories(data);
        int port = freePort();
        RunningVigie vigie =
                new RunningVigie(new CommandLine(data, port), data, URI.create("http://localhost:" + port));
        vigie.configure(settings);
        return vigie;
    }

    /** Replaces the settings that the next start reads. */
    public void configure(Map<String, String> settings) throws IOException {
        StringBuilder properties = new StringBuilder();
        settings.forEach((name, value) ->
                properties.append(name).append('=').append(value).append('\n'));
        Files.writeString(data.resolve("vigie.properties"), properties);
    }

    /** For a system that isn't expected to become ready. */
    public void upWithoutWaiting() throws IOException {
        commandLine.begin("up", "-d");
    }

    public void up() throws IOException, InterruptedException {
        commandLine.run(START, "up", "-d").expectSuccess();
    }

    public void down() throws IOException, InterruptedException {
        commandLine.run(START, "down").expectSuccess();
    }

    public CommandLine commandLine() {
        return commandLine;
    }

    public Api api() {
        return api;
    }

    public Path data() {
        return data;
    }

    /** What the first start made. */
    public Credentials credentials() {
        return credentials;
    }

    /** What a Kafka client needs to be the broker itself, by Kafka's own names. */
    public Map<String, Object> kafka() throws IOException {
        return Map.of(
                "bootstrap.servers",
                "127.0.0.1:" + port("kafka"),
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "PLAIN",
                "sasl.jaas.config",
                "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"broker\" password=\""
                        + secret("kafka-broker") + "\";");
    }

    /** Asks any part as whoever runs the system. */
    public Api operator(String part) throws IOException {
        return api.as("Bearer vigie_" + secret("operator")).at(URI.create("http://127.0.0.1:" + port(part)));
    }

    /** By what the parts know each other. */
    public List<String> secrets() throws IOException {
        Properties secrets = loaded();
        return secrets.stringPropertyNames().stream().map(secrets::getProperty).toList();
    }

    private String secret(String name) throws IOException {
        return loaded().getProperty(name);
    }

    private Properties loaded() throws IOException {
        Properties secrets = new Properties();
        try (var file = Files.newBufferedReader(data.resolve("secrets"))) {
            secrets.load(file);
        }
        return secrets;
    }

    public String eventStoreUrl() throws IOException {
        return databaseUrl("vigie_events");
    }

    /** Where accounts, tokens and sessions are kept. */
    public String accessUrl() throws IOException {
        return databaseUrl("vigie_access");
    }

    private String databaseUrl(String database) throws IOException {
        return "jdbc:postgresql://127.0.0.1:" + port("postgresql") + "/" + database;
    }

    public String user() {
        return "vigie";
    }

    public String password() throws IOException {
        return Files.readString(data.resolve("postgresql").resolve("password")).strip();
    }

    /** The port of a part, as {@code ports.json} tells it. */
    public int port(String part) throws IOException {
        return Json.parse(Files.readString(data.resolve("ports.json")))
                .path(part)
                .asInt();
    }

    /** Process ids by part, as {@code vigie status} tells them. */
    public Map<String, Long> pids() throws IOException, InterruptedException {
        Map<String, Long> pids = new HashMap<>();
        status().forEach(part ->
                pids.put(part.path("part").asString(), part.path("pid").asLong()));
        return pids;
    }

    private JsonNode status() throws IOException, InterruptedException {
        return Json.parse(
                commandLine.run(Duration.ofSeconds(30), "status", "-o", "json").output());
    }

    /** SIGKILL to the parts named, all at once. */
    public void kill(List<String> parts) throws IOException, InterruptedException {
        Map<String, Long> pids = pids();
        for (String part : parts) {
            signal("KILL", pids.getOrDefault(part, 0L));
        }
    }

    public void signal(String part, String signal) throws IOException, InterruptedException {
        signal(signal, pids().getOrDefault(part, 0L));
    }

    private static void signal(String signal, long pid) throws IOException, InterruptedException {
        if (pid <= 1) {
            throw new IllegalStateException("no process to send " + signal + " to");
        }
        new ProcessBuilder("kill", "-" + signal, Long.toString(pid))
                .inheritIO()
                .start()
                .waitFor();
    }

    /** Waits until every part runs again and the edge says so; if in vain, tells what each part says of itself. */
    public void awaitReady() throws IOException, InterruptedException {
        String[] last = {"no answer"};
        try {
            Patience.await("every part is up again", RECOVERY, () -> {
                last[0] = "no answer";
                Answer health = api.get("/api/health");
                last[0] = health.text();
                return health.status() == 200;
            });
        } catch (AssertionError inVain) {
            throw new AssertionError(inVain.getMessage() + "; last: " + last[0] + "\n" + logs(), inVain);
        }
    }

    private String logs() throws IOException, InterruptedException {
        Duration atMost = Duration.ofSeconds(30);
        return commandLine.run(atMost, "status", "-o", "json").output()
                + commandLine.run(atMost, "logs", "-n", "60").output();
    }

    /**
     * Below those that systems give to the near ends of outgoing connections, of which there are many here: whoever had it
     * while the edge is killed would keep the edge from coming back.
     */
    private static int freePort() throws IOException {
        for (int port = ThreadLocalRandom.current().nextInt(10_000, 14_000); port < 15_000; port++) {
            try (ServerSocket socket = new ServerSocket(port)) {
                return socket.getLocalPort();
            } catch (BindException taken) {
                continue;
            }
        }
        throw new IOException("no port is free");
    }

    /**
     * Ends everything at once, the supervisor first. A clean end keeps the classes that each part has loaded for the next
     * start, which a folder that is thrown away never has.
     */
    @Override
    public void close() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        for (List<ProcessHandle> left = ours(); !left.isEmpty(); left = ours()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(left + " don't end");
            }
            for (ProcessHandle process : left) {
                String command = process.info().commandLine().orElse("");
                // PostgreSQL's own word for "at once" takes its children along.
                signal(command.contains("/bin/postgres ") ? "QUIT" : "KILL", process.pid());
            }
            Thread.sleep(200);
        }
    }

    /** The supervisor first, or it would start again what ends. */
    private List<ProcessHandle> ours() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(data.toString()))
                .sorted(Comparator.comparing(
                        process -> !process.info().commandLine().orElse("").contains(" supervise ")))
                .toList();
    }
}
