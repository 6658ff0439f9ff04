package io.vigie.benchmarks.servers;

import io.vigie.benchmarks.Bench;
import io.vigie.benchmarks.load.Credentials;
import io.vigie.benchmarks.process.ClassPath;
import io.vigie.benchmarks.process.JavaProgram;
import io.vigie.benchmarks.process.RunningProgram;
import io.vigie.contracts.Topics;
import io.vigie.embedded.FreePort;
import io.vigie.embedded.PostgresServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL that keeps what it acknowledges and, on demand, a broker; as the distribution starts them, but the broker
 * lets everybody in, as the peers have no accounts.
 */
public final class Servers implements AutoCloseable {

    /** Partitions of the partitioned topics: the default. */
    public static final int PARTITIONS = 12;

    private static final String VIEWS_ROLE = "query_service";

    private final Bench bench;
    private final PostgresServer postgres;
    private @Nullable Database access;
    private int kafkaPort;
    private @Nullable RunningProgram kafka;

    private Servers(Bench bench, PostgresServer postgres) {
        this.bench = bench;
        this.postgres = postgres;
    }

    /** The database alone. */
    public static Servers postgres(Bench bench) {
        PostgresServer postgres = PostgresServer.start(bench.folder().resolve("postgresql"), 0);
        Runtime.getRuntime().addShutdownHook(new Thread(postgres::close, "postgresql-stop"));
        return new Servers(bench, postgres);
    }

    /** Both. */
    public static Servers both(Bench bench) throws IOException, InterruptedException {
        Servers servers = postgres(bench);
        servers.startKafka();
        return servers;
    }

    private void startKafka() throws IOException, InterruptedException {
        kafkaPort = FreePort.find();
        RunningProgram broker = bench.start(new JavaProgram(
                "kafka",
                ClassPath.own(),
                OpenBroker.class.getName(),
                List.of("-Xms64m", "-Xmx320m"),
                List.of(bench.folder().resolve("kafka").toString(), Integer.toString(kafkaPort)),
                Map.of()));
        kafka = broker;
        while (!listens()) {
            if (!broker.isAlive()) {
                throw new IOException("the broker did not start: see " + broker.log());
            }
            Thread.sleep(50);
        }
    }

    private boolean listens() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), kafkaPort)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Makes an empty database. */
    public Database database(String name) {
        postgres.createDatabase(name);
        return new Database(postgres.jdbcUrl(name), postgres.user(), postgres.password());
    }

    /** Makes the empty database of the query-service: its rules for rows hold for the role that it belongs to. */
    public Database views() {
        String name = "vigie_views";
        postgres.createDatabase(name, VIEWS_ROLE);
        postgres.letIn(name, VIEWS_ROLE, postgres.password());
        return new Database(postgres.jdbcUrl(name), VIEWS_ROLE, postgres.password());
    }

    /** The database of accounts and tokens, which all services of a measurement share. */
    public synchronized Database access() {
        Database made = access == null ? database("vigie_access") : access;
        access = made;
        return made;
    }

    /** Where the service that makes the first tokens leaves them. */
    public Credentials credentials() {
        return new Credentials(bench.folder().resolve("credentials"));
    }

    /** Makes a database with the tables of a service, {@code commands} or {@code views}. */
    public Database migrated(String name, String service) {
        Database database = database(name);
        Flyway.configure()
                .dataSource(database.url(), database.user(), database.password())
                .locations("classpath:db/migration/" + service)
                .schemas(service.equals("views") ? "views" : "public")
                .placeholders(Map.of("role", database.user()))
                .load()
                .migrate();
        return database;
    }

    /** Where the broker is. */
    public String bootstrapServers() {
        return "127.0.0.1:" + kafkaPort;
    }

    /** Makes Vigie's topics. */
    public void createTopics() throws Exception {
        try (Admin admin = admin()) {
            admin.createTopics(Topics.ALL.stream()
                            .map(topic -> new NewTopic(topic.name(), topic.partitions(PARTITIONS), (short) 1)
                                    .configs(topic.configuration()))
                            .toList())
                    .all()
                    .get();
        }
    }

    /** Makes a topic of a peer. */
    public void createTopic(String name) throws Exception {
        try (Admin admin = admin()) {
            admin.createTopics(List.of(new NewTopic(name, PARTITIONS, (short) 1)))
                    .all()
                    .get();
        }
    }

    public Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", bootstrapServers()));
    }

    @Override
    public void close() {
        if (kafka != null) {
            kafka.close();
        }
        postgres.close();
    }

    /** A database, with what it takes to get in. */
    public record Database(String url, String user, String password) {

        public Connection connect() throws SQLException {
            return DriverManager.getConnection(url, user, password);
        }

        /** For the environment of a contender. */
        public Map<String, String> environment() {
            return Map.of("DATABASE_URL", url, "DATABASE_USER", user, "DATABASE_PASSWORD", password);
        }

        /** From the environment. */
        public static Database ofEnvironment() {
            Map<String, String> environment = System.getenv();
            return new Database(
                    environment.getOrDefault("DATABASE_URL", ""),
                    environment.getOrDefault("DATABASE_USER", ""),
                    environment.getOrDefault("DATABASE_PASSWORD", ""));
        }
    }
}
