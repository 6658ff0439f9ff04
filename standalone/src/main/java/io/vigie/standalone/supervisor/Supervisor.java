package io.vigie.standalone.supervisor;

import io.vigie.embedded.FolderLock;
import io.vigie.embedded.RunningProcess;
import io.vigie.standalone.Refusal;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Runs one system: holds its folder's lock, starts its parts in order, starts again what dies, stops all in order. */
public final class Supervisor {

    private static final Duration STARTUP = Duration.ofMinutes(4);
    private static final int STARTS_BEFORE_GIVING_UP = 3;

    private final DataFolder folder;
    private final Consumer<String> told;
    private final List<Watch> watches = new CopyOnWriteArrayList<>();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private @Nullable FolderLock lock;

    /** @param told gets one line for each thing worth knowing */
    public Supervisor(DataFolder folder, Consumer<String> told) {
        this.folder = folder;
        this.told = told;
    }

    /**
     * Starts everything and returns when the whole answers at its one address. On failure nothing is left running.
     *
     * @param port the edge's
     * @throws Refusal when the folder is in use, a port is taken, there is no room, or a part doesn't start
     */
    public void start(int port) {
        folder.prepare();
        takeFolder();
        try {
            if (Leftovers.clear(folder) > 0) {
                told.accept("stopped what an earlier run had left behind");
            }
            startParts(port);
        } catch (RuntimeException e) {
            stop();
            throw e;
        }
    }

    /** Waits until somebody stops the system. */
    public void awaitStop() throws InterruptedException {
        stopped.await();
    }

    /** Stops everything in order; returns when nothing runs any more. Safe to call twice, and at any time. */
    public void stop() {
        boolean first;
        synchronized (this) {
            first = stopping.getCount() > 0;
            stopping.countDown();
        }
        if (first) {
            if (!watches.isEmpty()) {
                told.accept("stopping");
            }
            stopParts();
            release();
            stopped.countDown();
        }
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void takeFolder() {
        FolderLock taken = FolderLock.tryLock(folder.lock());
        if (taken == null) {
            throw new Refusal(folder.root()
                    + " is in use by a Vigie that runs: stop that one by `vigie down`, or choose another folder with"
                    + " --data.");
        }
        synchronized (this) {
            lock = taken;
        }
        writeState();
    }

    private void startParts(int port) {
        Ports ports = Ports.choose(folder, port);
        Installation installation = Installation.current().keptBy(folder);
        ClassArchive.tidy(installation.archives());
        Parts parts = new Parts(folder, ports, installation);
        Thread tidy = new Thread(this::keepLogsSmall, "log-files");
        tidy.setDaemon(true);
        tidy.start();
        long deadline = System.nanoTime() + STARTUP.toNanos();
        begin(parts.foundation(), deadline);
        parts.grantAccess();
        begin(parts.services(), deadline);
        while (!Health.answers(port, "/api/health")) {
            pause(deadline, PartName.EDGE);
        }
    }

    private void begin(List<Part> parts, long deadline) {
        List<Watch> begun;
        synchronized (this) {
            if (stopping.getCount() == 0) {
                throw new Refusal("Stopped before everything ran.");
            }
            begun = parts.stream()
                    .map(part -> new Watch(part, told, this::writeState))
                    .toList();
            watches.addAll(begun);
            begun.forEach(Watch::begin);
        }
        for (Watch watch : begun) {
            while (!watch.hasServed()) {
                begun.forEach(this::demandHope);
                pause(deadline, watch.part().name());
            }
            told.accept(watch.part().name() + " runs");
        }
    }

    private void demandHope(Watch watch) {
        if (watch.failedStarts() >= STARTS_BEFORE_GIVING_UP) {
            throw failed(
                    watch.part().name(),
                    "ended " + STARTS_BEFORE_GIVING_UP + " times before it served" + watch.lastFailure());
        }
    }

    /** One tenth of a second. */
    private void pause(long deadline, PartName part) {
        if (System.nanoTime() > deadline) {
            throw failed(part, "does not serve after " + STARTUP.toMinutes() + " minutes");
        }
        try {
            if (stopping.await(100, TimeUnit.MILLISECONDS)) {
                throw new Refusal("Stopped before everything ran.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("The start was interrupted.", 1, e);
        }
    }

    private Refusal failed(PartName part, String how) {
        List<String> lines = LogFiles.tail(folder.log(part), 15);
        return new Refusal(
                part + " " + how + "; the end of " + folder.log(part) + ":\n  " + String.join("\n  ", lines));
    }

    /** The reverse of the start; within a step all at once. */
    private void stopParts() {
        stopAll(List.of(PartName.EDGE));
        stopAll(List.of(PartName.COMMAND_SERVICE, PartName.SCORING_STREAMS, PartName.QUERY_SERVICE));
        stopAll(List.of(PartName.KAFKA, PartName.POSTGRESQL));
    }

    private void stopAll(List<PartName> names) {
        List<Thread> stoppers = watches.stream()
                .filter(watch -> names.contains(watch.part().name()))
                .map(watch -> new Thread(watch::stop, "stop-" + watch.part().name()))
                .toList();
        stoppers.forEach(Thread::start);
        for (Thread stopper : stoppers) {
            try {
                stopper.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private synchronized void release() {
        if (lock != null) {
            lock.close();
            lock = null;
        }
    }

    private synchronized void writeState() {
        RunningProcess self = RunningProcess.self();
        try {
            JsonFile.write(
                    folder.state(),
                    new SystemState(
                            self.pid(),
                            self.started(),
                            watches.stream().map(Watch::state).toList()));
        } catch (UncheckedIOException e) {
            told.accept("The state can't be written: " + e.getMessage());
        }
    }

    private void keepLogsSmall() {
        LogFiles logs = new LogFiles(folder, told);
        try {
            while (!stopping.await(5, TimeUnit.SECONDS)) {
                logs.keepSmall();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
