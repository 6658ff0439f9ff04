package io.vigie.command.importclients;

import io.vigie.command.platform.CrashPoint;
import io.vigie.web.Rejected;
import java.sql.SQLException;
import java.time.Clock;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Works through imports, one after the other; looks for them when told of one, and every other second for those that an
 * instance left behind when it died.
 */
@Component
final class RunningImports implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RunningImports.class);
    private static final long PAUSE_MILLIS = 2_000;
    private static final long PATIENCE_MILLIS = 10_000;

    private final Imports imports;
    private final ImportClaims claims;
    private final ApplyingRows applying;
    private final CrashPoint crash;
    private final Clock clock;
    private final Semaphore told = new Semaphore(0);

    private volatile @Nullable Thread worker;

    RunningImports(Imports imports, ImportClaims claims, ApplyingRows applying, CrashPoint crash, Clock clock) {
        this.imports = imports;
        this.claims = claims;
        this.applying = applying;
        this.crash = crash;
        this.clock = clock;
    }

    /** There is a new import. */
    void look() {
        told.release();
    }

    @Override
    public void start() {
        Thread thread = new Thread(this::work, "imports");
        worker = thread;
        thread.start();
    }

    @Override
    public void stop() {
        Thread thread = worker;
        worker = null;
        told.release();
        try {
            if (thread != null) {
                thread.join(PATIENCE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return worker != null;
    }

    private void work() {
        while (isRunning()) {
            try {
                for (String importId : imports.unfinished()) {
                    claims.whileHeld(importId, () -> run(importId));
                }
                imports.forgetAbandoned();
                told.tryAcquire(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
                told.drainPermits();
            } catch (Rejected | SQLException notNow) {
                LOG.warn("Imports wait for the database: {}", notNow.getClass().getSimpleName());
                pause();
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException unexpected) {
                LOG.error("Imports failed unexpectedly and are looked at again", unexpected);
                pause();
            }
        }
    }

    private void run(String importId) {
        try (OneImport one = new OneImport(importId, imports, applying, clock)) {
            while (isRunning() && one.applyNext()) {
                crash.reached("import.after-batch");
            }
        } catch (UnreadableFile hopeless) {
            LOG.error("Import {} failed", importId, hopeless);
            imports.fail(importId, "The file can't be read any further; what was processed so far stays applied.");
        } catch (Rejected notNow) {
            LOG.warn("Import {} can't go on now: {}", importId, notNow.getMessage());
        } catch (RuntimeException unexpected) {
            LOG.error("Import {} stopped at something unforeseen and is tried again", importId, unexpected);
        }
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
