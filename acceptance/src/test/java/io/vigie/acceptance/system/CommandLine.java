package io.vigie.acceptance.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The {@code vigie} command line of the assembled distribution. */
public final class CommandLine {

    static final Path HOME = Path.of(System.getProperty("vigie.home", "standalone/target/vigie"));

    /** By which each JVM that a command starts takes its options, and says so in a line that nobody waits for. */
    private static final String OPTIONS = "JAVA_TOOL_OPTIONS";

    private static final Pattern SAID = Pattern.compile("^Picked up " + OPTIONS + ":.*\\R", Pattern.MULTILINE);

    private final Path data;
    private final int port;

    CommandLine(Path data, int port) {
        this.data = data;
        this.port = port;
    }

    /** What a command printed and how it ended. */
    public record Result(List<String> command, int exit, String output, String errors) {

        public Result expectSuccess() {
            if (exit != 0) {
                throw new AssertionError("%s ended with %d%n%s%n%s".formatted(command, exit, output, errors));
            }
            return this;
        }
    }

    /** Starts a command and leaves it alone. */
    public Process begin(String... arguments) throws IOException {
        return starting(command(arguments))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Systems live for minutes here: code that is compiled with more effort would only pay afterwards. */
    private static ProcessBuilder starting(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put(OPTIONS, "-XX:TieredStopAtLevel=1");
        return builder;
    }

    private List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dvigie.home=" + HOME,
                "-cp",
                HOME.resolve("lib") + "/*",
                "io.vigie.standalone.Vigie"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--data", data.toString(), "--port", Integer.toString(port)));
        return command;
    }

    /** Runs a command to its end. */
    public Result run(Duration atMost, String... arguments) throws IOException, InterruptedException {
        List<String> command = command(arguments);
        Path output = Files.createTempFile("vigie", ".out");
        Path errors = Files.createTempFile("vigie", ".err");
        try {
            Process process = starting(command)
                    .redirectOutput(output.toFile())
                    .redirectError(errors.toFile())
                    .start();
            if (!process.waitFor(atMost.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(command + " did not end within " + atMost);
            }
            return new Result(
                    command,
                    process.exitValue(),
                    Files.readString(output, StandardCharsets.UTF_8),
                    SAID.matcher(Files.readString(errors, StandardCharsets.UTF_8))
                            .replaceAll(""));
        } finally {
            Files.deleteIfExists(output);
            Files.deleteIfExists(errors);
        }
    }
}
