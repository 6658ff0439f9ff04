package io.vigie.standalone.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.embedded.FreePort;
import io.vigie.embedded.RunningProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One real system, up for all tests of this class, while the build it was started from is gone. Each but the last leaves it up. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SystemIT {

    private Path temporary = Path.of("");
    private final int port = FreePort.find();

    @BeforeAll
    void begin(@TempDir Path folder) throws Exception {
        temporary = folder;
        up();
    }

    private void up() throws Exception {
        CommandRun up = CommandRun.ofAVanishingBuild(temporary.resolve("build"), arguments("up", "-d"));
        assertThat(up.exitCode()).as(up.err()).isZero();
        assertThat(up.out()).isEqualTo("ready http://localhost:" + port + "\n");
    }

    @AfterAll
    void end() throws Exception {
        vigie("down");
    }

    @Test
    void givenASystem_whenAskedForItsStatus_thenEveryPartRunsOnItsRecordedPort() throws Exception {
        CommandRun status = vigie("status", "-o", "json");
        assertThat(status.exitCode()).as(status.out()).isZero();
        JsonNode parts = JsonMapper.shared().readTree(status.out());
        JsonNode ports = JsonMapper.shared().readTree(Files.readString(data().resolve("ports.json")));
        assertThat(parts).hasSize(PartName.values().length);
        for (JsonNode part : parts) {
            assertThat(part.propertyNames()).containsExactly("part", "state", "pid", "port", "lag");
            assertThat(part.get("state").asString()).isEqualTo("running");
            assertThat(RunningProcess.of(part.get("pid").asLong())).isPresent();
            assertThat(part.get("port")).isEqualTo(ports.get(part.get("part").asString()));
        }
        assertThat(ports.get("edge").asInt()).isEqualTo(port);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data())))
                .isEqualTo("rwx------");
    }

    @ParameterizedTest
    @EnumSource(PartName.class)
    void givenASystemWhoseBuildIsGone_whenAPartIsKilled_thenItRunsAgainOnTheSamePort(PartName part) throws Exception {
        SystemState.PartState before = part(part);
        kill(pid(before));
        await("restart of " + part, () -> {
            SystemState.PartState now = part(part);
            return now.state().equals("running")
                    && now.pid() != null
                    && !now.pid().equals(before.pid());
        });
        awaitAllRunning();
        assertThat(part(part).port()).isEqualTo(before.port());
    }

    @Test
    void givenASystem_whenAnotherIsStartedOnItsFolder_thenRefusedInOneSentence() throws Exception {
        CommandRun second =
                CommandRun.of("up", "-d", "--data", data().toString(), "--port", Integer.toString(FreePort.find()));
        assertThat(second.exitCode()).isEqualTo(1);
        assertThat(second.out()).isEmpty();
        assertThat(second.err().lines())
                .containsExactly(data()
                        + " is in use by a Vigie that runs: stop that one by `vigie down`, or choose another folder"
                        + " with --data.");
        awaitAllRunning();
    }

    @ParameterizedTest
    @ValueSource(strings = {"up", "up -d"})
    void givenASystem_whenAnotherIsStartedOnItsPort_thenRefusedInOneSentence(String verb) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(verb.split(" ")));
        arguments.addAll(List.of("--data", temporary.resolve("other").toString(), "--port", Integer.toString(port)));
        CommandRun second = CommandRun.of(arguments.toArray(new String[0]));
        assertThat(second.exitCode()).isEqualTo(1);
        assertThat(second.err().lines())
                .containsExactly(
                        "Port " + port + " is in use: stop what listens there, or choose another with --port.");
    }

    @Test
    void givenASystem_whenAnotherStartsBesideIt_thenBothRunUntilTheOtherIsInterrupted() throws Exception {
        int otherPort = FreePort.find();
        Path other = temporary.resolve("beside");
        Path out = temporary.resolve("out");
        Path err = temporary.resolve("err");
        Process attached =
                CommandRun.start(out, err, "up", "--data", other.toString(), "--port", Integer.toString(otherPort));
        await("second system", () -> Files.readString(out).equals("ready http://localhost:" + otherPort + "\n"));
        List<Long> pids = pids(new DataFolder(other));
        assertThat(pids).hasSize(PartName.values().length);
        awaitAllRunning();

        RunningProcess.of(attached.pid()).orElseThrow().signal("INT");

        assertThat(attached.waitFor(1, TimeUnit.MINUTES)).as("it stops").isTrue();
        assertThat(attached.exitValue()).as(Files.readString(err)).isZero();
        assertThat(pids).allSatisfy(pid -> assertThat(RunningProcess.of(pid)).isEmpty());
        assertThat(FreePort.isFree(otherPort)).isTrue();
        awaitAllRunning();
    }

    @Test
    void givenARow_whenTheSupervisorIsKilledAndUpComesAgain_thenLeftoversAreGoneAndTheRowIsThere() throws Exception {
        execute("CREATE TABLE IF NOT EXISTS kept_by_this_test (id int)");
        execute("INSERT INTO kept_by_this_test VALUES (1)");
        List<Long> before = pids(folder());
        String ports = Files.readString(data().resolve("ports.json"));
        kill(SystemState.of(folder()).orElseThrow().pid());
        assertThat(before).allSatisfy(pid -> assertThat(RunningProcess.of(pid)).isPresent());
        assertThat(vigie("status").exitCode()).isEqualTo(1);

        up();

        assertThat(before).allSatisfy(pid -> assertThat(RunningProcess.of(pid)).isEmpty());
        assertThat(Files.readString(data().resolve("ports.json"))).isEqualTo(ports);
        execute("DELETE FROM kept_by_this_test WHERE id / (SELECT count(*) FROM kept_by_this_test) = 1");
    }

    @Test
    void givenAKilledSupervisor_whenDown_thenNothingIsLeftAndASecondDownIsNoError() throws Exception {
        List<Long> before = pids(folder());
        kill(SystemState.of(folder()).orElseThrow().pid());

        assertThat(vigie("down").exitCode()).isZero();
        assertThat(before).allSatisfy(pid -> assertThat(RunningProcess.of(pid)).isEmpty());
        assertThat(vigie("status").exitCode()).isEqualTo(1);
        assertThat(vigie("down").err()).isEqualTo("Nothing was running.\n");

        up();
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void givenASystem_whenDown_thenNothingRuns() throws Exception {
        List<Long> before = pids(folder());
        long supervisor = SystemState.of(folder()).orElseThrow().pid();

        assertThat(vigie("down").exitCode()).isZero();

        assertThat(before).allSatisfy(pid -> assertThat(RunningProcess.of(pid)).isEmpty());
        assertThat(RunningProcess.of(supervisor)).isEmpty();
        assertThat(vigie("status").exitCode()).isEqualTo(1);
    }

    @Test
    void givenASystem_whenAskedForLogs_thenEachPartHasItsOwn() throws Exception {
        assertThat(vigie("logs", "postgresql", "-n", "1000").out()).contains("ready to accept connections");
        assertThat(vigie("logs", "../ports.json").exitCode()).isEqualTo(2);
    }

    private CommandRun vigie(String verb, String... more) throws Exception {
        return CommandRun.of(arguments(verb, more));
    }

    private String[] arguments(String verb, String... more) {
        List<String> arguments = new ArrayList<>(List.of(verb, "--data", data().toString()));
        arguments.addAll(List.of("--port", Integer.toString(port)));
        arguments.addAll(List.of(more));
        return arguments.toArray(new String[0]);
    }

    private Path data() {
        return temporary.resolve("data");
    }

    private DataFolder folder() {
        return new DataFolder(data());
    }

    private SystemState.PartState part(PartName name) {
        return SystemState.of(folder()).orElseThrow().parts().stream()
                .filter(part -> part.part().equals(name.toString()))
                .findFirst()
                .orElseThrow();
    }

    private static List<Long> pids(DataFolder folder) {
        return SystemState.of(folder).orElseThrow().parts().stream()
                .map(SystemIT::pid)
                .toList();
    }

    private static long pid(SystemState.PartState part) {
        Long pid = part.pid();
        assertThat(pid).as(part.part()).isNotNull();
        return pid == null ? 0 : pid;
    }

    private static void kill(long pid) {
        RunningProcess process = RunningProcess.of(pid).orElseThrow();
        process.signal("KILL");
        process.awaitEnd(Duration.ofSeconds(10));
    }

    private void awaitAllRunning() throws Exception {
        await("all parts", () -> vigie("status").exitCode() == 0);
    }

    private void execute(String statement) throws SQLException, IOException {
        String password = Files.readString(data().resolve("postgresql").resolve("password"));
        String url = "jdbc:postgresql://127.0.0.1:" + part(PartName.POSTGRESQL).port() + "/vigie_views";
        try (Connection connection = DriverManager.getConnection(url, "vigie", password);
                Statement run = connection.createStatement()) {
            run.execute(statement);
        }
    }

    private static void await(String what, Condition condition) throws Exception {
        long deadline = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("waited in vain for " + what);
            }
            Thread.sleep(200);
        }
    }

    private interface Condition {
        boolean holds() throws Exception;
    }
}
