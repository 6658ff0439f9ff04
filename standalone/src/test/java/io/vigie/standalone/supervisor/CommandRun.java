package io.vigie.standalone.supervisor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** One run of the real command line in a process of its own. */
record CommandRun(int exitCode, String out, String err) {

    /** By which each JVM that a command starts takes its options, and says so in a line that nobody waits for. */
    private static final String OPTIONS = "JAVA_TOOL_OPTIONS";

    private static final Pattern SAID = Pattern.compile("^Picked up " + OPTIONS + ":.*\\R", Pattern.MULTILINE);

    static CommandRun of(String... arguments) throws Exception {
        return of(Path.of(System.getProperty("vigie.home")), arguments);
    }

    /** Run from a build that is gone when it has ended, as if another had taken its place. */
    static CommandRun ofAVanishingBuild(Path folder, String... arguments) throws Exception {
        Path home = new KeptPrograms(Path.of(System.getProperty("vigie.home")), folder).upToDate();
        try {
            return of(home, arguments);
        } finally {
            DataFolder.empty(home);
        }
    }

    private static CommandRun of(Path home, String... arguments) throws Exception {
        Path out = Files.createTempFile("vigie", ".out");
        Path err = Files.createTempFile("vigie", ".err");
        try {
            Process process = start(home, out, err, arguments);
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError("still runs: " + List.of(arguments));
            }
            String said = SAID.matcher(Files.readString(err)).replaceAll("");
            return new CommandRun(process.exitValue(), Files.readString(out), said);
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    static Process start(Path out, Path err, String... arguments) throws IOException {
        return start(Path.of(System.getProperty("vigie.home")), out, err, arguments);
    }

    private static Process start(Path home, Path out, Path err, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                // Whoever runs the tests in the background may have it ignored, and a JVM leaves it at that.
                "env",
                "--default-signal=INT",
                Installation.java(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dvigie.home=" + home,
                "-cp",
                home.resolve("lib") + "/*",
                "io.vigie.standalone.Vigie"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        // Systems live for minutes here: code that is compiled with more effort would only pay afterwards.
        builder.environment().put(OPTIONS, "-XX:TieredStopAtLevel=1");
        return builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    }
}
