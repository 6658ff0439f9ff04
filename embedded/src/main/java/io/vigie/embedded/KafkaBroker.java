package io.vigie.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.jspecify.annotations.Nullable;

/**
 * A real Kafka broker (and its own controller) in this process, on 127.0.0.1. Topics, offsets and the cluster's id survive
 * a restart on the same folder.
 */
public final class KafkaBroker implements AutoCloseable {

    /** The name of a guarded broker's own account. */
    public static final String ACCOUNT = "broker";

    private static final int NODE = 1;
    private static final Pattern PASSWORD = Pattern.compile("[A-Za-z0-9_-]{16,}");

    private final FolderLock lock;
    private final KafkaRaftServer server;
    private final int port;
    private final @Nullable Path temporaryFolder;
    private boolean closed;

    private KafkaBroker(FolderLock lock, KafkaRaftServer server, int port, @Nullable Path temporaryFolder) {
        this.lock = lock;
        this.server = server;
        this.port = port;
        this.temporaryFolder = temporaryFolder;
    }

    /**
     * Starts a broker, making its folder on first use. Returns when it takes connections.
     *
     * @param dataDirectory the folder, absent or made by an earlier start
     * @param port 1–65535, or 0 for a free one
     * @throws EmbeddedServerException when another living process uses the folder or the port is taken
     */
    public static KafkaBroker start(Path dataDirectory, int port) {
        return start(dataDirectory, port, 0, null, null);
    }

    /**
     * The same, guarded: nobody gets in without an account, and there is only {@link #ACCOUNT} until that one makes more.
     *
     * @param controllerPort on which the broker talks to its own controller: 1–65535, or 0 for a free one
     * @param password of the broker's own account: at least 16 letters, digits, - and _; null for a broker that lets
     *     everybody in
     */
    public static KafkaBroker start(Path dataDirectory, int port, int controllerPort, @Nullable String password) {
        if (password != null && !PASSWORD.matcher(password).matches()) {
            throw new IllegalArgumentException("not a password for a broker");
        }
        return start(dataDirectory, port, controllerPort, password, null);
    }

    /** A broker for tests on a free port, whose folder is deleted when it is closed or the JVM ends. */
    public static KafkaBroker temporary() {
        Path folder = Folders.temporary("vigie-kafka");
        KafkaBroker broker = start(folder.resolve("data"), 0, 0, null, folder);
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "kafka-closer"));
        return broker;
    }

    private static KafkaBroker start(
            Path dataDirectory,
            int port,
            int controllerPort,
            @Nullable String password,
            @Nullable Path temporaryFolder) {
        Path data = dataDirectory.toAbsolutePath().normalize();
        FolderLock lock = FolderLock.tryLock(data.resolveSibling(data.getFileName() + ".lock"));
        if (lock == null) {
            throw new EmbeddedServerException(dataDirectory + " is in use by another process: stop that one first.");
        }
        try {
            int chosen = free(port);
            Properties settings = KafkaSettings.of(NODE, data, chosen, free(controllerPort));
            if (password != null) {
                KafkaSettings.guard(settings, password);
            }
            format(data);
            KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings), Time.SYSTEM);
            server.startup();
            return new KafkaBroker(lock, server, chosen, temporaryFolder);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static int free(int port) {
        int chosen = FreePort.orFree(port);
        if (!FreePort.isFree(chosen)) {
            throw new EmbeddedServerException("Port " + chosen + " is in use: choose another for Kafka.");
        }
        return chosen;
    }

    /** Makes topics with that number of partitions each; one that exists already is an error. */
    public void createTopics(Map<String, Integer> partitions) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
            admin.createTopics(partitions.entrySet().stream()
                            .map(topic -> new NewTopic(topic.getKey(), topic.getValue(), (short) 1))
                            .toList())
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new EmbeddedServerException("The topics can't be made: " + e.getCause() + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedServerException("Making the topics was interrupted.", e);
        }
    }

    /** Host and port for clients. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    /** Stops the broker cleanly; its folder is kept. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        server.shutdown();
        server.awaitShutdown();
        lock.close();
        if (temporaryFolder != null) {
            Folders.delete(temporaryFolder);
        }
    }

    private static void format(Path data) {
        if (Files.exists(data.resolve("meta.properties"))) {
            return;
        }
        try {
            Files.createDirectories(data);
            new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .setNodeId(NODE)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setControllerListenerName(KafkaSettings.CONTROLLER)
                    .setMetadataLogDirectory(data.toString())
                    .addDirectory(data.toString())
                    .setIgnoreFormatted(true)
                    // With version 2 a broker that is killed together with a transactional consumer of its groups can
                    // leave a transaction on __consumer_offsets that nobody ends, and that consumer never starts again.
                    .setFeatureLevel("transaction.version", (short) 1)
                    .run();
        } catch (IOException e) {
            throw new EmbeddedServerException(data + " can't be written: " + e.getMessage() + ".", e);
        } catch (Exception e) {
            throw new EmbeddedServerException("Kafka's folder can't be prepared: " + e.getMessage() + ".", e);
        }
    }
}
