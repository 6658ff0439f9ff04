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
        started.letConnect(Database.VIGIE_ACCESS.toString(), Database.VIGIE_VIEWS.role);
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

    /** How its owner reaches a database; known once the server has started. */
    DatabaseAccess access(Database database) {
        return access(database, database);
    }

    /** How the owner of another database reaches this one. */
    DatabaseAccess access(Database database, Database owners) {
        PostgresServer current = current();
        if (current == null) {
            throw new IllegalStateException("PostgreSQL has not started yet");
        }
        return new DatabaseAccess(current.jdbcUrl(database.toString()), owners.role, secrets.of(owners.account));
    }

    private synchronized @Nullable PostgresServer current() {
        return server;
    }

    /** Each with the role that it belongs to; who is known is for the other service to read too. */
    enum Database {
        VIGIE_EVENTS("command_service", Account.POSTGRESQL_COMMAND_SERVICE),
        VIGIE_VIEWS("query_service", Account.POSTGRESQL_QUERY_SERVICE),
        VIGIE_ACCESS("command_service", Account.POSTGRESQL_COMMAND_SERVICE);

        private final String role;
        private final Account account;

        Database(String role, Account account) {
            this.role = role;
            this.account = account;
        }

        String role() {
            return role;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    record DatabaseAccess(String url, String user, String password) {}
}
