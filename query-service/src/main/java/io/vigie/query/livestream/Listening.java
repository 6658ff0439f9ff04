package io.vigie.query.livestream;

import com.zaxxer.hikari.HikariDataSource;
import io.vigie.query.changes.Change;
import io.vigie.query.changes.Notices;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Listens to what transactions tell of, by a connection of its own that reads nothing else. When it breaks nobody knows what
 * was missed: as soon as there is another one, everybody reads everything again.
 */
@Component
final class Listening implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Listening.class);
    private static final int SILENCE_MILLIS = 5_000;
    private static final long RETRY_MILLIS = 500;

    /** Of a probe that nobody answers, in seconds. */
    private static final int PATIENCE = 10;

    /** Silence of which nobody knows whether nothing happens: a probe should have been answered by now. */
    private static final long TOO_SILENT_MILLIS = 2 * SILENCE_MILLIS;

    private final HikariDataSource views;
    private final Hub hub;
    private volatile long deafSince = System.nanoTime();
    private volatile long heardAt = System.nanoTime();
    private volatile boolean deaf = true;
    private volatile boolean stopped;
    private volatile @Nullable Connection connection;

    Listening(DataSource views, Hub hub) throws SQLException {
        this.views = views.unwrap(HikariDataSource.class);
        this.hub = hub;
    }

    @Override
    public void run() {
        while (!isOver()) {
            try (Connection opened = connect()) {
                if (!isOver()) {
                    connection = opened;
                    listen(opened);
                }
            } catch (Throwable broken) {
                // There is no other thread for it.
                if (!isOver()) {
                    tellBroken(broken);
                    pause();
                }
            }
        }
    }

    private void tellBroken(Throwable broken) {
        boolean wasHeard = !deaf;
        hear(false);
        if (wasHeard) {
            LOG.warn(
                    "Nobody tells what changed in the views until there is another connection: {}",
                    broken.getClass().getSimpleName());
        }
    }

    /** Whoever ran before a stop isn't brought back by a start, and says nothing about who listens. */
    private boolean isOver() {
        return stopped || Thread.currentThread().isInterrupted();
    }

    /** Before {@link #run}, in one thread. */
    void start() {
        stopped = false;
    }

    /** Ends {@link #run}, also where it waits for the database. */
    void stop() {
        stopped = true;
        Connection open = connection;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException gone) {
                LOG.debug("The connection that listens was gone already", gone);
            }
        }
        hear(false);
    }

    private static void pause() {
        try {
            Thread.sleep(RETRY_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Connection connect() throws SQLException {
        Properties settings = new Properties();
        views.getDataSourceProperties()
                .forEach((name, value) -> settings.setProperty(name.toString(), value.toString()));
        set(settings, "user", views.getUsername());
        set(settings, "password", views.getPassword());
        settings.setProperty("ApplicationName", "query-service-stream");
        settings.setProperty("connectTimeout", "5");
        settings.setProperty("socketTimeout", Integer.toString(PATIENCE));
        return DriverManager.getConnection(views.getJdbcUrl(), settings);
    }

    private static void set(Properties settings, String name, @Nullable String value) {
        if (value != null) {
            settings.setProperty(name, value);
        }
    }

    private void listen(Connection opened) throws SQLException {
        try (Statement statement = opened.createStatement()) {
            statement.execute("listen " + Notices.CHANNEL);
            hub.beginEpoch();
            heardAt = System.nanoTime();
            if (isOver()) {
                return;
            }
            hear(true);
            PGConnection notices = opened.unwrap(PGConnection.class);
            while (!isOver()) {
                PGNotification[] some = notices.getNotifications(SILENCE_MILLIS);
                if (some == null || some.length == 0) {
                    // A connection that is gone without a word says nothing, either.
                    statement.setQueryTimeout(SILENCE_MILLIS / 1_000);
                    statement.execute("select 1");
                } else {
                    hand(some);
                }
                heardAt = System.nanoTime();
            }
        }
    }

    private void hand(PGNotification[] notices) {
        List<Change> changes = new ArrayList<>();
        for (PGNotification notice : notices) {
            if (Notices.isOfAll(notice.getParameter())) {
                changes.clear();
                hub.beginEpoch();
            } else {
                changes.addAll(Notices.read(notice.getParameter()));
            }
        }
        hub.add(changes);
    }

    private synchronized void hear(boolean again) {
        if (deaf == again) {
            deafSince = System.nanoTime();
            deaf = !again;
        }
    }

    /** How long nobody has told anything, in milliseconds, at least 1; 0 while somebody does. */
    long deafMillis() {
        long now = System.nanoTime();
        if (deaf) {
            return Math.max(1, (now - deafSince) / 1_000_000);
        }
        long silent = (now - heardAt) / 1_000_000;
        return silent > TOO_SILENT_MILLIS ? silent : 0;
    }
}
