package io.vigie.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever has no Node, or an old one, gets everything but the pages, and is told so. */
class DashboardBuildTest {

    private static final List<String> NEEDED = List.of("bash", "dirname", "sort", "head", "rm");

    @TempDir
    Path folder;

    @Test
    void givenNoNode_whenThePagesAreBuilt_thenTheBuildGoesOnWithoutThemAndSaysSo() throws Exception {
        assertThat(build(programs())).contains("There is no Node.js on the PATH.", "The pages are left out");
        assertThat(folder.resolve("dashboard/target/pages")).doesNotExist();
    }

    @Test
    void givenAnOldNode_whenThePagesAreBuilt_thenTheBuildGoesOnWithoutThemAndNamesIt() throws Exception {
        Path programs = programs();
        for (String name : List.of("node", "npm")) {
            program(programs.resolve(name), "echo 18.19.0");
        }
        assertThat(build(programs)).contains("This Node.js is 18.19.0.", "20.19.0 or newer");
    }

    /** The programs of the script, and no other. */
    private Path programs() throws Exception {
        Path programs = Files.createDirectories(folder.resolve("programs"));
        for (String name : NEEDED) {
            Path found = List.of("/bin", "/usr/bin").stream()
                    .map(place -> Path.of(place, name))
                    .filter(Files::isExecutable)
                    .findFirst()
                    .orElseThrow();
            program(programs.resolve(name), "exec " + found + " \"$@\"");
        }
        return programs;
    }

    private static void program(Path file, String does) throws Exception {
        Files.writeString(file, "#!/bin/sh\n" + does + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private String build(Path programs) throws Exception {
        Path dashboard = Files.createDirectories(folder.resolve("dashboard"));
        Files.createDirectories(dashboard.resolve("target/pages"));
        Path script = dashboard.resolve("build");
        Files.copy(Path.of(System.getProperty("vigie.checkout", ".."), "dashboard", "build"), script);
        ProcessBuilder building = new ProcessBuilder(programs.resolve("bash").toString(), script.toString());
        building.environment().put("PATH", programs.toString());
        Process process = building.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }
}
