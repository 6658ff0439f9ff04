package io.vigie.command.relay;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The claim to be the one relay. It expires when its holder is silent, and at once when the holder's database session
 * is gone, so that a killed process doesn't delay its successor. It only saves work: what keeps a stopped holder that
 * wakes up again from sending is the transactional id on Kafka.
 */
final class Lease {

    private static final Logger LOG = LoggerFactory.getLogger(Lease.class);

    private static final String TAKE = """
            with me as (select pid, backend_start from pg_stat_activity where pid = pg_backend_pid())
            insert into relay_lease as lease (name, session_id, session_start, expires_at, taken)
            select 'relay', pid, backend_start, clock_timestamp() + make_interval(secs => ?), 1 from me
            on conflict (name) do update
            set session_id = excluded.session_id, session_start = excluded.session_start,
                expires_at = excluded.expires_at,
                taken = lease.taken + case when (lease.session_id, lease.session_start)
                    = (excluded.session_id, excluded.session_start) then 0 else 1 end
            where lease.expires_at < clock_timestamp()
               or not exists (
                    select from pg_stat_activity alive
                    where alive.pid = lease.session_id and alive.backend_start = lease.session_start
                      and alive.pid <> pg_backend_pid())
            returning taken""";

    private static final String RELEASE =
            "delete from relay_lease where name = 'relay' and session_id = pg_backend_pid()";

    private final DataSource dataSource;
    private final double seconds;
    private @Nullable Connection session;
    private boolean held;

    Lease(DataSource dataSource, Duration lasts) {
        this.dataSource = dataSource;
        this.seconds = lasts.toMillis() / 1000.0;
    }

    /** Takes or renews the claim; false when another holds it or the database can't be asked. */
    synchronized boolean take() {
        try {
            Connection connection = session();
            try (PreparedStatement take = connection.prepareStatement(TAKE)) {
                take.setDouble(1, seconds);
                try (ResultSet taken = take.executeQuery()) {
                    held = taken.next();
                }
            }
        } catch (SQLException e) {
            LOG.warn("The relay's claim can't be renewed (SQLSTATE {})", e.getSQLState());
            leave();
        }
        return held;
    }

    /** Whether the last {@link #take} got it. */
    synchronized boolean held() {
        return held;
    }

    /** Gives it up, for the next one to take at once. */
    synchronized void release() {
        Connection connection = session;
        if (held && connection != null) {
            try (PreparedStatement release = connection.prepareStatement(RELEASE)) {
                release.executeUpdate();
            } catch (SQLException e) {
                LOG.info("The relay's claim is left to expire (SQLSTATE {})", e.getSQLState());
            }
        }
        leave();
    }

    private Connection session() throws SQLException {
        Connection connection = session;
        if (connection == null) {
            connection = dataSource.getConnection();
            connection.setAutoCommit(true);
            session = connection;
        }
        return connection;
    }

    private void leave() {
        held = false;
        Connection connection = session;
        session = null;
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException e) {
                LOG.debug("closing the session of the claim", e);
            }
        }
    }
}
