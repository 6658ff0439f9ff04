package io.vigie.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.acceptance.system.Answer;
import io.vigie.acceptance.system.RunningVigie;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The README's API lines, run by a shell as they stand (but for the port). */
class ReadmeIT {

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void givenAFreshSystem_whenTheReadmesLinesAreRun_thenEachSucceeds() throws Exception {
        String readme = Files.readString(Path.of(System.getProperty("vigie.checkout", ".."), "README.md"));
        int begin = readme.indexOf("```sh\n") + 6;
        String script = readme.substring(begin, readme.indexOf("```", begin));
        assertThat(script.lines().filter(line -> line.contains("curl "))).hasSize(10);
        try (RunningVigie vigie = RunningVigie.start(folder.resolve("data"), Map.of())) {
            script = "set -e -o pipefail\n"
                    + script.replace(
                            "http://localhost:8080", vigie.api().origin().toString());
            Process shell = new ProcessBuilder("bash", "-c", script)
                    .redirectErrorStream(true)
                    .start();
            String output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(shell.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(shell.exitValue()).as(output).isZero();
            assertThat(output).contains("\"risk\":{").contains("Num_Sites");
            Answer client = vigie.api().get("/api/clients/harbour");
            assertThat(client.body().path("version").asInt()).isEqualTo(5);
            assertThat(client.body().path("state").asString()).isEqualTo("ME");
            assertThat(client.body().path("status").asString()).isIn("active", "left");
        }
    }
}
