package io.vigie.embedded;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import java.util.function.UnaryOperator;
import org.postgresql.PGProperty;

/**
 * The databases of a server, and whose they are.
 *
 * @param patience how long the server may take to let the user in, and then for each answer: whoever waits for one that
 *     doesn't answer can't stop it either
 */
record Databases(UnaryOperator<String> url, String user, String password, Duration patience) {

    static final String SYSTEM = "postgres";

    /** What an earlier version made as another role: an owner of the database could not change it. */
    private static final String HAND_OVER = """
            DO $$
            DECLARE
                change text;
            BEGIN
                FOR change IN
                    SELECT format('ALTER SCHEMA %%I OWNER TO %1$s', n.nspname)
                    FROM pg_namespace n
                    WHERE n.nspname NOT IN ('public', 'information_schema') AND NOT starts_with(n.nspname, 'pg_')
                        AND n.nspowner <> '%1$s'::regrole
                    UNION ALL
                    SELECT format('ALTER %%s %%s OWNER TO %1$s',
                        CASE c.relkind WHEN 'S' THEN 'SEQUENCE' WHEN 'v' THEN 'VIEW' ELSE 'TABLE' END, c.oid::regclass)
                    FROM pg_class c
                    JOIN pg_namespace n ON n.oid = c.relnamespace
                    WHERE c.relkind IN ('r', 'p', 'v', 'S') AND n.nspname <> 'information_schema'
                        AND NOT starts_with(n.nspname, 'pg_') AND c.relowner <> '%1$s'::regrole
                        AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype IN ('a', 'i'))
                    UNION ALL
                    SELECT format('ALTER ROUTINE %%s OWNER TO %1$s', p.oid::regprocedure)
                    FROM pg_proc p
                    JOIN pg_namespace n ON n.oid = p.pronamespace
                    WHERE n.nspname <> 'information_schema' AND NOT starts_with(n.nspname, 'pg_')
                        AND p.proowner <> '%1$s'::regrole
                LOOP
                    EXECUTE change;
                END LOOP;
            END $$""";

    void create(String name) {
        demandPlain(name);
        run(SYSTEM, statement -> {
            try (ResultSet found = statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + name + "'")) {
                if (found.next()) {
                    return;
                }
            }
            statement.execute("CREATE DATABASE " + name);
        });
    }

    void create(String name, String owner) {
        create(name);
        make(owner, "NOLOGIN");
        run(SYSTEM, statement -> {
            statement.execute("ALTER DATABASE " + name + " OWNER TO " + owner);
            statement.execute("REVOKE ALL ON DATABASE " + name + ", postgres, template1 FROM PUBLIC");
        });
        run(name, statement -> statement.execute(HAND_OVER.formatted(owner)));
    }

    void letIn(String name, String role, String rolePassword) {
        demandPlain(name);
        make(role, "LOGIN PASSWORD '" + plain(rolePassword) + "' VALID UNTIL 'infinity'");
        run(SYSTEM, statement -> statement.execute("GRANT CONNECT ON DATABASE " + name + " TO " + role));
    }

    /** The server's clock says when, as it is the one that is asked. */
    void letMigrate(String owner, String ownerPassword, Duration time) {
        demandPlain(owner);
        String password = plain(ownerPassword);
        run(SYSTEM, statement -> {
            String end;
            try (ResultSet clock =
                    statement.executeQuery("SELECT now() + interval '" + Math.toIntExact(time.toSeconds()) + " s'")) {
                clock.next();
                end = clock.getString(1);
            }
            statement.execute("ALTER ROLE " + owner + " LOGIN PASSWORD '" + password + "' VALID UNTIL '" + end + "'");
        });
    }

    void endMigration(String owner) {
        demandPlain(owner);
        run(SYSTEM, statement -> statement.execute("ALTER ROLE " + owner + " NOLOGIN PASSWORD NULL"));
    }

    private void make(String role, String signIn) {
        demandPlain(role);
        run(SYSTEM, statement -> {
            statement.execute("DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '" + role
                    + "') THEN CREATE ROLE " + role + "; END IF; END $$");
            statement.execute(
                    "ALTER ROLE " + role + " NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS " + signIn);
        });
    }

    private static String plain(String password) {
        if (!password.matches("[A-Za-z0-9_-]{16,}")) {
            throw new IllegalArgumentException("not a password for a role");
        }
        return password;
    }

    private static void demandPlain(String name) {
        if (!name.matches("[a-z][a-z0-9_]{0,62}")) {
            throw new IllegalArgumentException("not a plain name");
        }
    }

    Connection connect(String database) throws SQLException {
        Properties properties = new Properties();
        PGProperty.USER.set(properties, user);
        PGProperty.PASSWORD.set(properties, password);
        int seconds = Math.toIntExact(patience.toSeconds());
        PGProperty.LOGIN_TIMEOUT.set(properties, seconds);
        PGProperty.SOCKET_TIMEOUT.set(properties, seconds);
        return DriverManager.getConnection(url.apply(database), properties);
    }

    private void run(String database, Work work) {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            work.with(statement);
        } catch (SQLException e) {
            throw new EmbeddedServerException("PostgreSQL can't be prepared: " + e.getMessage() + ".", e);
        }
    }

    private interface Work {
        void with(Statement statement) throws SQLException;
    }
}
