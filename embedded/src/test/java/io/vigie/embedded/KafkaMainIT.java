package io.vigie.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The broker as a process of its own. */
class KafkaMainIT {

    @TempDir
    Path folder;

    @Test
    void givenAPortThatIsTakenWhileItStarts_whenStarted_thenOneLineSaysSoAndTheProcessEnds() throws Exception {
        int port = FreePort.find();
        int controllerPort = FreePort.find();
        assertThat(linesOfAFailedStart(PortThief.class, port, controllerPort))
                .containsExactly("Kafka can't be started on the ports " + port + " and " + controllerPort
                        + " (java.net.BindException: Address already in use): stop whatever else uses them or"
                        + " its folder.");
    }

    @Test
    void givenATakenControllerPort_whenStarted_thenOneLineSaysSoAndTheProcessEnds() throws Exception {
        try (KafkaBroker other = KafkaBroker.start(folder.resolve("other"), 0)) {
            assertThat(linesOfAFailedStart(KafkaMain.class, FreePort.find(), other.port()))
                    .containsExactly("Port " + other.port() + " is in use: choose another for Kafka.");
        }
    }

    @Test
    void givenNoPassword_whenStarted_thenOneLineSaysSoAndTheProcessEnds() throws Exception {
        assertThat(linesOfAFailedStart(Map.of(), KafkaMain.class, FreePort.find(), FreePort.find()))
                .containsExactly(
                        "Kafka isn't started without a password for its own account: set VIGIE_KAFKA_PASSWORD.");
    }

    private List<String> linesOfAFailedStart(Class<?> main, int port, int controllerPort)
            throws IOException, InterruptedException {
        return linesOfAFailedStart(Map.of(KafkaMain.PASSWORD, "password-of-these-tests"), main, port, controllerPort);
    }

    /** Lines of the logging library left out. */
    private List<String> linesOfAFailedStart(
            Map<String, String> environment, Class<?> main, int port, int controllerPort)
            throws IOException, InterruptedException {
        Path err = folder.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=off",
                        "-cp",
                        System.getProperty("java.class.path"),
                        main.getName(),
                        folder.resolve("data").toString(),
                        Integer.toString(port),
                        Integer.toString(controllerPort))
                .redirectError(err.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("it ends").isTrue();
            assertThat(process.exitValue()).isEqualTo(1);
            return Files.readAllLines(err);
        } finally {
            process.destroyForcibly();
        }
    }
}
