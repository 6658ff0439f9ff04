package io.vigie.query.knownmodels;

import io.vigie.web.Rejected;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The documents, read from the database each time: they may be large, and are seldom asked for. */
@Component
public class ModelDocuments {

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final JdbcTemplate jdbc;

    ModelDocuments(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** That of a version; 503 when it doesn't come. */
    public ModelDocument of(KnownVersion version) {
        await(version);
        return Objects.requireNonNull(jdbc.queryForObject(
                "select * from model_document where model_name = ? and version = ?",
                ModelDocument::read,
                version.name(),
                version.version()));
    }

    /** Versions and documents come on different topics: 503 when it isn't here within five seconds. */
    void await(KnownVersion version) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!isHere(version)) {
            if (System.nanoTime() - end > 0 || Thread.currentThread().isInterrupted()) {
                throw Rejected.notReady(
                        "model-not-here",
                        "Model not here",
                        "The document of this version hasn't arrived here yet: ask again in a moment.",
                        Duration.ofSeconds(2));
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private boolean isHere(KnownVersion version) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select from model_document where model_name = ? and version = ? and sha256 = ?)",
                Boolean.class,
                version.name(),
                version.version(),
                version.sha256()));
    }
}
