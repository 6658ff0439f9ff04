package io.vigie.standalone.supervisor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One run of the real command line in a process of its own. */
record CommandRun(int exitCode, String out, String err) {

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
            return new CommandRun(process.exitValue(), Files.readString(out), Files.readString(err));
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
        return new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
    }
}
