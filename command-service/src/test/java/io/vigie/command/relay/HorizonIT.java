package io.vigie.command.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.command.testing.Servers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whose open transactions events wait for: the store's, and nobody else's on the same server. */
class HorizonIT {

    private RelayRig rig;
    private Connection own;
    private Connection other;
    private Connection writer;

    @BeforeEach
    void connect() throws SQLException {
        rig = new RelayRig(Servers.newDatabase(), Servers.kafka().bootstrapServers(), "--vigie.relay.enabled=false");
        own = rig.outsider();
        writer = rig.outsider();
        other = DriverManager.getConnection(
                Servers.newDatabase(),
                Servers.postgres().user(),
                Servers.postgres().password());
        other.setAutoCommit(false);
    }

    @AfterEach
    void disconnect() throws SQLException {
        own.close();
        other.close();
        writer.close();
        rig.close();
    }

    @Test
    void givenTransactionOpenInAnotherDatabase_whenEventsAreStoredBehindIt_thenTheyAreReadAtOnce() throws SQLException {
        begin(other);
        commit("free");

        assertThat(read()).containsExactly("free");
    }

    @Test
    void givenTransactionsOpenHereAndThere_whenTheOneHereEnds_thenItAloneWasWaitedFor() throws SQLException {
        begin(other);
        commit("before");
        begin(own);
        commit("behind");
        assertThat(read()).containsExactly("before");

        RelayRig.insert(own, "slow", 0, Instant.now(), 0, RelayRig.json("slow"));
        own.commit();

        assertThat(read()).containsExactly("before", "slow", "behind");
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

    private List<String> read() {
        return rig.bean(StoredEvents.class).after(Position.BEGINNING, 100).events().stream()
                .map(StoredEvent::aggregateId)
                .toList();
    }
}
