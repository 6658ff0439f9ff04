package io.vigie.standalone.up;

import io.vigie.standalone.Target;
import io.vigie.standalone.supervisor.DataFolder;
import io.vigie.standalone.supervisor.Supervisor;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** The supervisor in this very process, until a signal ends it. */
final class Attached {

    private final Supervisor supervisor;
    private final Target target;
    private final PrintWriter out;
    private final PrintWriter err;
    private volatile boolean ready;
    private volatile boolean refused;

    Attached(DataFolder folder, Target target, PrintWriter out, PrintWriter err) {
        this.supervisor = new Supervisor(folder, this::tell);
        this.target = target;
        this.out = out;
        this.err = err;
    }

    /** What happens long after the start is of use only with its time. */
    private void tell(String line) {
        err.println(ready ? Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS) + " " + line : line);
    }

    void run() throws InterruptedException {
        int port = target.port();
        Runtime.getRuntime().addShutdownHook(new Thread(this::stopCleanly, "stop"));
        try {
            supervisor.start(port);
        } catch (RuntimeException e) {
            refused = true;
            throw e;
        }
        ready = true;
        out.println("ready " + target.address());
        supervisor.awaitStop();
    }

    private void stopCleanly() {
        supervisor.stop();
        if (!refused) {
            // The signal was the wish to stop, and everything has stopped as wished.
            Runtime.getRuntime().halt(0);
        }
    }
}
