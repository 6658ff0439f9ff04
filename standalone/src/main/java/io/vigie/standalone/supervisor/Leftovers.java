package io.vigie.standalone.supervisor;

import io.vigie.embedded.PostgresServer;
import io.vigie.embedded.RunningProcess;
import java.time.Duration;
import java.util.List;

/** What a killed supervisor left running. Only for the holder of the folder's lock. */
final class Leftovers {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private Leftovers() {}

    /**
     * Stops all of it.
     *
     * @return how many processes there were, the database server not counted
     */
    static int clear(DataFolder folder) {
        List<RunningProcess> found = RunningProcess.withArgument(JavaPart.mark(folder));
        found.forEach(process -> process.signal("TERM"));
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (RunningProcess process : found) {
            Duration left = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
            if (!process.awaitEnd(left)) {
                process.stop("KILL", Duration.ofSeconds(10));
            }
        }
        PostgresServer.stopOrphan(folder.postgresql());
        return found.size();
    }
}
