package io.vigie.standalone.supervisor;

import io.vigie.embedded.PostgresServer;
import io.vigie.embedded.RunningProcess;
import io.vigie.standalone.supervisor.Secrets.Account;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The database server. */
final class PostgresPart implements Part {

    private final DataFolder folder;
    private final int port;
    private final Secrets secrets;
    private @Nullable PostgresServer server;

    PostgresPart(DataFolder folder, int port, Secrets secrets) {
        this.folder = folder;
        this.port = port;
        this.secrets = secrets;
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
        for (Database database : Database.values()) {
            started.createDatabase(database.toString(), database.role, secrets.of(database.account));
        }
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

    /** How its service reaches a database; known once the server has started. */
    DatabaseAccess access(Database database) {
        PostgresServer current = current();
        if (current == null) {
            throw new IllegalStateException("PostgreSQL has not started yet");
        }
        return new DatabaseAccess(current.jdbcUrl(database.toString()), database.role, secrets.of(database.account));
    }

    private synchronized @Nullable PostgresServer current() {
        return server;
    }

    /** Each with the only role that may connect to it. */
    enum Database {
        VIGIE_EVENTS("command_service", Account.POSTGRESQL_COMMAND_SERVICE),
        VIGIE_VIEWS("query_service", Account.POSTGRESQL_QUERY_SERVICE);

        private final String role;
        private final Account account;

        Database(String role, Account account) {
            this.role = role;
            this.account = account;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    record DatabaseAccess(String url, String user, String password) {}
}
