package io.vigie.command.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.command.testing.Servers;
import io.vigie.embedded.KafkaBroker;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** Whose open transactions events wait for: the store's, and nobody else's on the same server. */
class HorizonIT {

    private KafkaBroker kafka;
    private RelayRig rig;
    private Connection own;
    private Connection other;
    private Connection writer;

    @BeforeEach
    void connect() throws SQLException {
        kafka = KafkaBroker.temporary();
        rig = new RelayRig(Servers.newDatabase(), kafka.bootstrapServers(), "--vigie.relay.enabled=false");
        own = rig.outsider();
        writer = rig.outsider();
        other = DriverManager.getConnection(
                Servers.newDatabase(),
                Servers.postgres().user(),
                Servers.postgres().password());
        try (Statement statement = other.createStatement()) {
            // Or the server would end it, and what waits for it would go on.
            statement.execute("set idle_in_transaction_session_timeout = 0");
            statement.execute("set transaction_timeout = 0");
        }
        other.setAutoCommit(false);
    }

    @AfterEach
    void disconnect() throws SQLException {
        own.close();
        other.close();
        writer.close();
        rig.close();
        kafka.close();
    }

    @Test
    void givenTransactionOpenInAnotherDatabase_whenEventsAreStoredBehindIt_thenTheyAreReadAllTheSame()
            throws SQLException {
        begin(other);
        commit("free");

        awaitRead("free");
    }

    @Test
    void givenTransactionsOpenHereAndThere_whenTheOneHereEnds_thenItAloneWasWaitedFor() throws SQLException {
        begin(other);
        commit("before");
        begin(own);
        commit("behind");
        awaitRead("before");
        assertThat(read()).doesNotContain("behind");

        RelayRig.insert(own, "slow", 0, Instant.now(), 0, RelayRig.json("slow"));
        own.commit();

        awaitRead("before", "slow", "behind");
    }

    /** As when a transaction that was seen to be another database's ends while one looks again. */
    @Test
    void givenHorizonThatGoesBack_whenATransactionIsLargerThanALook_thenItIsReadWholeAllTheSame() throws SQLException {
        try (Statement statement = own.createStatement()) {
            statement.execute("create schema nobody");
            statement.execute("create table nobody.pg_stat_activity (pid int, datname name)");
        }
        own.commit();
        begin(other);
        for (int event = 0; event < 3; event++) {
            RelayRig.insert(writer, "large", event, Instant.now(), 0, RelayRig.json("large"));
        }
        writer.commit();

        RelayRig.await(() -> new StoredEvents(new OnceSeeing())
                        .after(Position.BEGINNING, 1)
                        .events()
                        .size()
                == 3);
        OnceSeeing blind = new OnceSeeing();
        blind.seen = true;
        assertThat(new StoredEvents(blind).after(Position.BEGINNING, 1).events())
                .as("the horizon is back behind it")
                .isEmpty();
    }

    /** The first connection sees who holds what, later ones see nobody. */
    private final class OnceSeeing extends AbstractDataSource {

        private boolean seen;

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = rig.outsider();
            try (Statement statement = connection.createStatement()) {
                statement.execute("set search_path = " + (seen ? "nobody, " : "") + "pg_catalog, public");
            }
            connection.commit();
            seen = true;
            return connection;
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            return getConnection();
        }
    }

    private static void begin(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_current_xact_id()");
        }
    }

    private void commit(String client) throws SQLException {
        RelayRig.insert(writer, client, 0, Instant.now(), 0, RelayRig.json(client));
        writer.commit();
    }

    /** Not at the first look: others that have just begun or ended hold it up. */
    private void awaitRead(String... clients) {
        RelayRig.await(() -> read().equals(List.of(clients)));
    }

    private List<String> read() {
        return rig.bean(StoredEvents.class).after(Position.BEGINNING, 100).events().stream()
                .map(StoredEvent::aggregateId)
                .toList();
    }
}
