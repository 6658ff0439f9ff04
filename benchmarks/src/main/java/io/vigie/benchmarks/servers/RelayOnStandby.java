package io.vigie.benchmarks.servers;

import io.vigie.benchmarks.servers.Servers.Database;
import io.vigie.benchmarks.statistics.Contest.Round;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Holds the claim to relay, as another instance would, so that the one that is measured only takes commands. */
public final class RelayOnStandby implements AutoCloseable {

    private final Connection connection;

    /** On that store; without the claim until asked. */
    public RelayOnStandby(Database store) throws SQLException {
        this.connection = store.connect();
    }

    /** Takes the claim, waits until the relay has noticed, does a round, and gives it back. */
    public double during(Round round) throws Exception {
        execute("""
                with me as (select pid, backend_start from pg_stat_activity where pid = pg_backend_pid())
                insert into relay_lease (name, session_id, session_start, expires_at, taken)
                select 'relay', pid, backend_start, clock_timestamp() + interval '1 day', 1 from me
                on conflict (name) do update
                set session_id = excluded.session_id, session_start = excluded.session_start,
                    expires_at = excluded.expires_at""");
        try {
            Thread.sleep(2_500);
            return round.perSecond();
        } finally {
            execute("delete from relay_lease where name = 'relay'");
            Thread.sleep(1_000);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
