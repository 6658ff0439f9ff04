package io.vigie.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerIT {

    @TempDir
    Path folder;

    @Test
    void givenAcknowledgedRows_whenTheServerIsKilledAndStartedAgain_thenTheyAreThere() throws SQLException {
        PostgresServer first = PostgresServer.start(data(), 0);
        first.createDatabase("facts");
        long acknowledged = 0;
        try (Connection connection = connect(first, "facts");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE fact (id int PRIMARY KEY)");
            for (; acknowledged < 500; acknowledged++) {
                statement.execute("INSERT INTO fact VALUES (" + acknowledged + ")");
            }
        }
        kill(first.pid());
        first.close();

        try (PostgresServer second = PostgresServer.start(data(), first.port())) {
            assertThat(second.port()).isEqualTo(first.port());
            assertThat(number(second, "facts", "SELECT count(*) FROM fact")).isEqualTo(acknowledged);
        }
    }

    @Test
    void givenAServerWhoseStarterWasKilled_whenStarted_thenTheOrphanIsStoppedAndTheRowsAreThere() throws Exception {
        Process starter = PostgresStarter.start(data());
        long orphan = PostgresStarter.awaitServer(data());
        starter.destroyForcibly().waitFor();
        assertThat(RunningProcess.of(orphan)).isPresent();

        try (PostgresServer server = PostgresServer.start(data(), 0)) {
            assertThat(RunningProcess.of(orphan)).isEmpty();
            assertThat(server.pid()).isNotEqualTo(orphan);
            assertThat(number(server, "facts", "SELECT count(*) FROM fact")).isEqualTo(1);
        }
    }

    @Test
    void givenAPidFileOfAnotherProgram_whenStarted_thenThatProgramIsLeftAlone() throws Exception {
        PostgresServer.start(data(), 0).close();
        Process other = new ProcessBuilder("sleep", "600").start();
        try {
            Files.writeString(data().resolve("postmaster.pid"), other.pid() + "\n" + data() + "\n");
            try (PostgresServer server = PostgresServer.start(data(), 0)) {
                assertThat(server.isRunning()).isTrue();
                assertThat(other.isAlive()).isTrue();
            }
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    void givenALivingStarter_whenStartedOnTheSameFolder_thenRefused() throws Exception {
        Process starter = PostgresStarter.start(data());
        long server = PostgresStarter.awaitServer(data());
        try {
            assertThatThrownBy(() -> PostgresServer.start(data(), 0))
                    .isInstanceOf(EmbeddedServerException.class)
                    .hasMessageContaining("in use by another process");
            assertThat(RunningProcess.of(server)).isPresent();
        } finally {
            starter.destroyForcibly().waitFor();
            RunningProcess.of(server).ifPresent(left -> left.stop("INT", Duration.ofSeconds(20)));
        }
    }

    @Test
    void givenThisProcessHoldsTheFolder_whenStartedAgain_thenRefusedTwice() {
        try (PostgresServer holder = PostgresServer.start(data(), 0)) {
            for (int attempt = 0; attempt < 2; attempt++) {
                assertThatThrownBy(() -> PostgresServer.start(data(), 0)).hasMessageContaining("in use");
            }
            assertThat(holder.isRunning()).isTrue();
        }
    }

    @Test
    void givenFsyncOff_whenStarted_thenRefusedAndNothingRuns() {
        PostgresSettings careless = PostgresSettings.durable().with("fsync", "off");
        assertRefused(careless, "fsync");
    }

    @Test
    void givenSynchronousCommitOff_whenStarted_thenRefused() {
        assertRefused(PostgresSettings.durable().with("synchronous_commit", "off"), "synchronous_commit");
    }

    @Test
    void givenFullPageWritesOff_whenStarted_thenRefused() {
        assertRefused(PostgresSettings.durable().with("full_page_writes", "off"), "full_page_writes");
    }

    @Test
    void givenAFolderMadeWithoutChecksums_whenStarted_thenRefused() throws Exception {
        Path password = Files.writeString(folder.resolve("password"), "secret");
        PostgresBinaries.unpacked()
                .run(
                        "initdb",
                        List.of(
                                "-D",
                                data().toString(),
                                "-U",
                                "vigie",
                                "-A",
                                "scram-sha-256",
                                "--pwfile=" + password,
                                "--no-data-checksums"),
                        folder.resolve("initdb.log"));
        Files.copy(password, data().resolve("password"));

        assertRefused(PostgresSettings.durable(), "data_checksums");
    }

    @Test
    void givenAServer_whenAskedForItsSettings_thenTransactionsAreLimitedAndTheClockIsUtc() throws SQLException {
        try (PostgresServer server = PostgresServer.start(data(), 0);
                Connection connection = connect(server, "postgres")) {
            assertThat(shown(connection, "data_checksums")).isEqualTo("on");
            assertThat(shown(connection, "transaction_timeout")).isEqualTo("15s");
            assertThat(shown(connection, "idle_in_transaction_session_timeout")).isEqualTo("15s");
            assertThat(shown(connection, "listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(shown(connection, "server_encoding")).isEqualTo("UTF8");
        }
    }

    @Test
    void givenAWrongPassword_whenConnecting_thenRefused() {
        try (PostgresServer server = PostgresServer.start(data(), 0)) {
            assertThatThrownBy(() -> DriverManager.getConnection(server.jdbcUrl("postgres"), server.user(), "guess"))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void givenTwoTemporaryServers_whenBothRun_thenPortsDifferAndFoldersVanishOnClose() {
        try (PostgresServer one = PostgresServer.temporary();
                PostgresServer other = PostgresServer.temporary()) {
            assertThat(one.port()).isNotEqualTo(other.port());
            one.createDatabase("twice");
            one.createDatabase("twice");
        }
    }

    @Test
    void givenATakenPort_whenStarted_thenRefused() {
        try (PostgresServer holder = PostgresServer.start(folder.resolve("one"), 0)) {
            assertThatThrownBy(() -> PostgresServer.start(data(), holder.port()))
                    .hasMessageContaining("Port " + holder.port() + " is in use");
        }
    }

    private void assertRefused(PostgresSettings settings, String name) {
        assertThatThrownBy(() -> PostgresServer.start(data(), 0, folder.resolve("log"), settings, null))
                .isInstanceOf(EmbeddedServerException.class)
                .hasMessageContaining("without " + name);
        assertThat(data().resolve("postmaster.pid")).doesNotExist();
    }

    private Path data() {
        return folder.resolve("data");
    }

    private static Connection connect(PostgresServer server, String database) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(database), server.user(), server.password());
    }

    private static long number(PostgresServer server, String database, String query) throws SQLException {
        try (Connection connection = connect(server, database);
                ResultSet row = connection.createStatement().executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static String shown(Connection connection, String setting) throws SQLException {
        try (ResultSet row = connection.createStatement().executeQuery("SHOW " + setting)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void kill(long pid) {
        RunningProcess.of(pid).orElseThrow().stop("KILL", Duration.ofSeconds(10));
    }
}
