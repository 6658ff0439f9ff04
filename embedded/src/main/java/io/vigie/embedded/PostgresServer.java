package io.vigie.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A real PostgreSQL on 127.0.0.1 as a child process. It keeps what it acknowledges, whatever is killed: it refuses to
 * serve unless fsync, synchronous_commit, full_page_writes and data_checksums are on. Its data folder is kept.
 */
public final class PostgresServer implements AutoCloseable {

    private static final String USER = "vigie";
    private static final Duration STARTUP = Duration.ofSeconds(90);
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final Duration FAST_STOP = Duration.ofSeconds(30);

    private final FolderLock lock;
    private final RunningProcess process;
    private final int port;
    private final String password;
    private final @Nullable Path temporaryFolder;
    private boolean closed;

    private PostgresServer(
            FolderLock lock, RunningProcess process, int port, String password, @Nullable Path temporaryFolder) {
        this.lock = lock;
        this.process = process;
        this.port = port;
        this.password = password;
        this.temporaryFolder = temporaryFolder;
    }

    /**
     * Starts a server, making its folder on first use. A server that a killed process left behind on that folder is stopped
     * first. What the server prints goes to a file beside the folder, its name with {@code .log}.
     *
     * @param dataDirectory the folder, absent or made by an earlier start
     * @param port 1–65535, or 0 for a free one
     * @throws EmbeddedServerException when another living process uses the folder, the port is taken or the server doesn't
     *     keep what it acknowledges
     */
    public static PostgresServer start(Path dataDirectory, int port) {
        return start(dataDirectory, port, beside(dataDirectory, ".log"));
    }

    /** The same, with the file that gets what the server prints. */
    public static PostgresServer start(Path dataDirectory, int port, Path log) {
        return start(dataDirectory, port, log, PostgresSettings.durable(), null);
    }

    /** A server for tests on a free port, whose folder is deleted when it is closed or the JVM ends. */
    public static PostgresServer temporary() {
        Path folder = Folders.temporary("vigie-postgresql");
        Path data = folder.resolve("data");
        PostgresServer server = start(data, 0, beside(data, ".log"), PostgresSettings.durable(), folder);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "postgresql-closer"));
        return server;
    }

    static PostgresServer start(
            Path dataDirectory, int port, Path log, PostgresSettings settings, @Nullable Path temporaryFolder) {
        FolderLock lock = FolderLock.tryLock(beside(dataDirectory, ".lock"));
        if (lock == null) {
            throw new EmbeddedServerException(dataDirectory + " is in use by another process: stop that one first.");
        }
        RunningProcess process = null;
        try {
            PostgresBinaries binaries = PostgresBinaries.unpacked();
            PostgresFolder folder = PostgresFolder.ready(dataDirectory, USER, binaries);
            new Postmaster(folder.path()).clearLeftovers();
            int chosen = FreePort.orFree(port);
            if (!FreePort.isFree(chosen)) {
                throw new EmbeddedServerException("Port " + chosen + " is in use: choose another for PostgreSQL.");
            }
            process = launch(binaries, folder.path(), chosen, log, settings);
            PostgresServer server = new PostgresServer(lock, process, chosen, folder.password(), temporaryFolder);
            server.awaitReady(new Postmaster(folder.path()), log);
            server.demandDurability();
            return server;
        } catch (IOException e) {
            abandon(process, lock);
            throw new EmbeddedServerException("PostgreSQL can't be started: " + e.getMessage() + ".", e);
        } catch (RuntimeException e) {
            abandon(process, lock);
            throw e;
        }
    }

    /**
     * Stops the server that a killed process left behind on that folder, if there is one.
     *
     * @throws EmbeddedServerException when a living process uses the folder
     */
    public static void stopOrphan(Path dataDirectory) {
        if (!Files.isDirectory(dataDirectory)) {
            return;
        }
        try (FolderLock lock = FolderLock.tryLock(beside(dataDirectory, ".lock"))) {
            if (lock == null) {
                throw new EmbeddedServerException(
                        dataDirectory + " is in use by another process: stop that one first.");
            }
            new Postmaster(dataDirectory.toRealPath()).clearLeftovers();
        } catch (IOException e) {
            throw new EmbeddedServerException(dataDirectory + " can't be read: " + e.getMessage() + ".", e);
        }
    }

    /** Makes a database of that name unless there is one. */
    public void createDatabase(String name) {
        databases().create(name);
    }

    /**
     * Makes a database that belongs, with all that is in it, to a role, and that nobody else but the server's own user may
     * connect to. The role, too, is made unless there is one; it can't sign in.
     */
    public void createDatabase(String name, String owner) {
        databases().create(name, owner);
    }

    /**
     * Lets a role, which is made unless there is one, connect to a database; what it may do in it is for its owner to say.
     *
     * @param rolePassword of the role from now on, 16 or more: letters, digits, - and _
     */
    public void letIn(String name, String role, String rolePassword) {
        databases().letIn(name, role, rolePassword);
    }

    /** Lets the owner of databases sign in for some time, by that password only: 16 or more letters, digits, - and _. */
    public void letMigrate(String owner, String ownerPassword, Duration time) {
        databases().letMigrate(owner, ownerPassword, time);
    }

    /** Lets the owner of databases sign in no longer, whatever time it was given. */
    public void endMigration(String owner) {
        databases().endMigration(owner);
    }

    private Databases databases() {
        return new Databases(this::jdbcUrl, USER, password, ANSWER);
    }

    /** The address of a database, without user and password. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public String user() {
        return USER;
    }

    public String password() {
        return password;
    }

    public int port() {
        return port;
    }

    /** The process id of the server's main process. */
    public long pid() {
        return process.pid();
    }

    /** Whether the server's main process still runs. */
    public boolean isRunning() {
        return process.isRunning();
    }

    /** Stops the server cleanly: open transactions are rolled back, what was acknowledged is on disk. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        stop(process);
        lock.close();
        if (temporaryFolder != null) {
            Folders.delete(temporaryFolder);
        }
    }

    private static RunningProcess launch(
            PostgresBinaries binaries, Path data, int port, Path log, PostgresSettings settings) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-D", data.toString(), "-p", Integer.toString(port)));
        arguments.addAll(settings.arguments());
        Files.createDirectories(log.toAbsolutePath().getParent());
        return binaries.start("postgres", arguments, log);
    }

    private void awaitReady(Postmaster postmaster, Path log) {
        long deadline = System.nanoTime() + STARTUP.toNanos();
        while (!postmaster.isReady(pid())) {
            if (!process.isRunning()) {
                throw new EmbeddedServerException("PostgreSQL ended while it started: see " + log + ".");
            }
            if (System.nanoTime() > deadline) {
                throw new EmbeddedServerException(
                        "PostgreSQL is not ready after " + STARTUP.toSeconds() + " s: see " + log + ".");
            }
            pause();
        }
    }

    private void demandDurability() {
        try (Connection connection = databases().connect(Databases.SYSTEM)) {
            PostgresSettings.demandDurability(connection);
        } catch (SQLException e) {
            throw new EmbeddedServerException("PostgreSQL doesn't answer: " + e.getMessage() + ".", e);
        }
    }

    private static void abandon(@Nullable RunningProcess process, FolderLock lock) {
        if (process != null) {
            stop(process);
        }
        lock.close();
    }

    private static void stop(RunningProcess process) {
        if (process.isRunning()) {
            process.signal("INT");
            if (!process.awaitEnd(FAST_STOP)) {
                process.stop("QUIT", Duration.ofSeconds(10));
            }
        }
    }

    private static Path beside(Path folder, String suffix) {
        Path path = folder.toAbsolutePath().normalize();
        return path.resolveSibling(path.getFileName() + suffix);
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedServerException("The start of PostgreSQL was interrupted.", e);
        }
    }
}
