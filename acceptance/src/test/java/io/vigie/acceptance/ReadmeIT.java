package io.vigie.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.acceptance.system.Answer;
import io.vigie.acceptance.system.Patience;
import io.vigie.acceptance.system.RunningVigie;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The README's API lines, run by a shell as they stand (but for the port), in a folder as a checkout is. */
class ReadmeIT {

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void givenAFreshSystem_whenTheReadmesLinesAreRun_thenEachSucceeds() throws Exception {
        Path checkout = Path.of(System.getProperty("vigie.checkout", ".."))
                .toAbsolutePath()
                .normalize();
        Files.createSymbolicLink(folder.resolve("vigie"), checkout.resolve("vigie"));
        String readme = Files.readString(checkout.resolve("README.md"));
        int begin = readme.indexOf("```sh\n") + 6;
        String script = readme.substring(begin, readme.indexOf("```", begin));
        assertThat(script.lines().filter(line -> line.contains("curl "))).hasSize(10);
        try (RunningVigie vigie = RunningVigie.start(folder.resolve("data"), Map.of())) {
            script = "set -e -o pipefail\n"
                    + script.replace(
                            "http://localhost:8080", vigie.api().origin().toString());
            Process shell = new ProcessBuilder("bash", "-c", script)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            String output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(shell.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(shell.exitValue()).as(output).isZero();
            assertThat(output).contains("\"risk\":{").contains("Num_Sites");
            // Asked for once more it changes nothing, and tells where the one before stands.
            Answer departure = vigie.api()
                    .post("/api/clients/harbour/departure", Map.of("leftOn", "2026-01-31", "reason", "closed"));
            assertThat(departure.status()).as(departure.text()).isEqualTo(200);
            String covered = "/api/clients/harbour?consistencyToken="
                    + departure.body().path("consistencyToken").asString();
            Patience.await(
                    "the departure can be read",
                    Duration.ofSeconds(20),
                    () -> vigie.api().get(covered).status() == 200);
            Answer client = vigie.api().get(covered);
            assertThat(client.body().path("version").asInt()).isEqualTo(5);
            assertThat(client.body().path("state").asString()).isEqualTo("ME");
            assertThat(client.body().path("status").asString()).isEqualTo("left");
            assertThat(client.body().path("accountManager").isNull()).isTrue();
        }
    }
}
