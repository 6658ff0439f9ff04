package io.vigie.standalone.supervisor;

import io.vigie.embedded.FolderLock;
import io.vigie.embedded.RunningProcess;
import io.vigie.standalone.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Ends a system from outside: asks its supervisor to stop, or clears what a killed one left. */
public final class Shutdown {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private Shutdown() {}

    /**
     * Returns when nothing of the system runs any more.
     *
     * @return false when nothing ran to begin with
     * @throws Refusal when the supervisor doesn't stop
     */
    public static boolean of(DataFolder folder) {
        if (!folder.exists()) {
            return false;
        }
        boolean ran = false;
        long asked = 0;
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            try (FolderLock lock = FolderLock.tryLock(folder.lock())) {
                if (lock != null) {
                    ran |= Leftovers.clear(folder) > 0;
                    JsonFile.write(folder.state(), new SystemState(0, "", List.of()));
                    return ran;
                }
            }
            ran = true;
            Optional<RunningProcess> supervisor = supervisor(folder);
            if (supervisor.isPresent() && supervisor.get().pid() != asked) {
                supervisor.get().signal("TERM");
                asked = supervisor.get().pid();
            }
            pause();
        }
        throw new Refusal("The system of " + folder.root() + " does not stop: see " + folder.supervisorLog() + ".");
    }

    /** The living supervisor that the folder's state names. */
    public static Optional<RunningProcess> supervisor(DataFolder folder) {
        return SystemState.of(folder).flatMap(state -> RunningProcess.of(state.pid())
                .filter(process -> process.started().equals(state.started())));
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("Interrupted before everything had stopped.", 1, e);
        }
    }
}
