package io.vigie.standalone.supervisor;

import io.vigie.embedded.PostgresServer;
import io.vigie.embedded.RunningProcess;
import org.jspecify.annotations.Nullable;

/** The database server. */
final class PostgresPart implements Part {

    private final DataFolder folder;
    private final int port;
    private @Nullable PostgresServer server;

    PostgresPart(DataFolder folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    @Override
    public PartName name() {
        return PartName.POSTGRESQL;
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public synchronized RunningProcess start() {
        stop();
        PostgresServer started = PostgresServer.start(folder.postgresql(), port, folder.log(name()));
        server = started;
        started.createDatabase("vigie_events");
        started.createDatabase("vigie_views");
        return RunningProcess.of(started.pid())
                .orElseThrow(() -> new IllegalStateException("PostgreSQL ended as soon as it was ready"));
    }

    @Override
    public boolean serves() {
        PostgresServer current = current();
        return current != null && current.isRunning();
    }

    @Override
    public synchronized void stop() {
        if (server != null) {
            server.close();
            server = null;
        }
    }

    /** How a service reaches a database; known once the server has started. */
    DatabaseAccess access(String database) {
        PostgresServer current = current();
        if (current == null) {
            throw new IllegalStateException("PostgreSQL has not started yet");
        }
        return new DatabaseAccess(current.jdbcUrl(database), current.user(), current.password());
    }

    private synchronized @Nullable PostgresServer current() {
        return server;
    }

    record DatabaseAccess(String url, String user, String password) {}
}
