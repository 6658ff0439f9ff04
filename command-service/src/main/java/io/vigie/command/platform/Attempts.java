package io.vigie.command.platform;

import io.vigie.web.Rejected;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** One transaction, tried again from its beginning when another one was in its way. */
@Component
public final class Attempts {

    private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);
    private static final int MOST = 8;
    private static final int LONGEST_PAUSE = 200;

    private final TransactionTemplate transaction;
    private final TransactionTemplate snapshot;

    Attempts(PlatformTransactionManager transactions) {
        this.transaction = new TransactionTemplate(transactions);
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setReadOnly(true);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /**
     * What {@code work} returns, committed.
     *
     * @throws Rejected 409 when others were in the way too often, 503 when the database isn't there, 507 when its disk is
     *     full
     */
    public <T> T inTransaction(Supplier<T> work) {
        return attempt(transaction, work, "send it again with the same Idempotency-Key");
    }

    /**
     * What {@code work} reads, all of it as of one moment.
     *
     * @throws Rejected 503 when the database isn't there
     */
    public <T> T inSnapshot(Supplier<T> work) {
        return attempt(snapshot, work, "ask again");
    }

    private static <T> T attempt(TransactionTemplate transaction, Supplier<T> work, String remedy) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction.execute(status -> work.get());
            } catch (Rejected | Refused decided) {
                throw decided;
            } catch (RuntimeException failure) {
                giveUp(failure, attempt, remedy);
                pause(attempt);
            }
        }
    }

    private static void giveUp(RuntimeException failure, int attempt, String remedy) {
        if (Trouble.isContention(failure)) {
            if (attempt == MOST) {
                throw Rejected.conflict(
                        "concurrent-change",
                        "Changed by others",
                        "Others keep changing the same thing at the same time; send it again.");
            }
        } else if (Trouble.isDiskFull(failure)) {
            LOG.error("The disk of the database is full: free some space on it");
            throw Rejected.full(
                    "disk-full",
                    "Disk full",
                    "The disk of the database is full: free some space on it, then send this again with the same"
                            + " Idempotency-Key.");
        } else if (Trouble.isUnavailable(failure)) {
            LOG.warn("The database is not available: {}", failure.getClass().getSimpleName());
            throw Rejected.notReady(
                    "not-ready",
                    "Not ready",
                    "The database can't be reached right now; " + remedy + ".",
                    Duration.ofSeconds(1));
        } else {
            throw failure;
        }
    }

    private static void pause(int attempt) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(1, Math.min(LONGEST_PAUSE, 5 << attempt)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Rejected.notReady("not-ready", "Not ready", "The service is stopping.", Duration.ofSeconds(1));
        }
    }
}
