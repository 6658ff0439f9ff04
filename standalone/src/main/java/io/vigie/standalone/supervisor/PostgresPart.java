package io.vigie.standalone.supervisor;

import io.vigie.embedded.EmbeddedServerException;
import io.vigie.embedded.PostgresServer;
import io.vigie.embedded.RunningProcess;
import io.vigie.standalone.supervisor.Secrets.Account;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The database server. */
final class PostgresPart implements Part {

    /** More than a service has to start. */
    private static final Duration TIME_TO_MIGRATE = Duration.ofMinutes(5);

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
            started.createDatabase(database.toString(), database.owner);
            started.letIn(database.toString(), database.role, secrets.of(database.account));
        }
        Database reader = Database.VIGIE_VIEWS;
        started.letIn(Database.VIGIE_ACCESS.toString(), reader.role, secrets.of(reader.account));
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

    /** How the service whose database it is reaches it; known once the server has started. */
    DatabaseAccess access(Database database) {
        return access(database, database);
    }

    /** How the service of another database reaches this one. */
    DatabaseAccess access(Database database, Database others) {
        return new DatabaseAccess(started().jdbcUrl(database.toString()), others.role, secrets.of(others.account));
    }

    /** How the owner of a database reaches it while its service starts: by a password that is worth nothing afterwards. See {@link #endMigration}. */
    DatabaseAccess toMigrate(Database database) {
        String password = Secrets.random();
        started().letMigrate(database.owner, password, TIME_TO_MIGRATE);
        return new DatabaseAccess(started().jdbcUrl(database.toString()), database.owner, password);
    }

    /**
     * Shuts the owner of a database out once its service serves: the time that it was given is only for a service that never
     * does, and as long as the clock goes forward.
     *
     * @return whether it is shut out; false when the server can't be asked now
     */
    boolean endMigration(Database database) {
        PostgresServer current = current();
        if (current == null) {
            return false;
        }
        try {
            current.endMigration(database.owner);
            return true;
        } catch (EmbeddedServerException notNow) {
            return false;
        }
    }

    private PostgresServer started() {
        PostgresServer current = current();
        if (current == null) {
            throw new IllegalStateException("PostgreSQL has not started yet");
        }
        return current;
    }

    private synchronized @Nullable PostgresServer current() {
        return server;
    }

    /** Each with the role that owns it and that of its service; who is known is for the other service to read too. */
    enum Database {
        VIGIE_EVENTS("command_owner", "command_service", Account.POSTGRESQL_COMMAND_SERVICE),
        VIGIE_VIEWS("query_owner", "query_service", Account.POSTGRESQL_QUERY_SERVICE),
        VIGIE_ACCESS("command_owner", "command_service", Account.POSTGRESQL_COMMAND_SERVICE);

        private final String owner;
        private final String role;
        private final Account account;

        Database(String owner, String role, Account account) {
            this.owner = owner;
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
