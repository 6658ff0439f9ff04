package io.vigie.standalone.up;

import io.vigie.standalone.Target;
import io.vigie.standalone.supervisor.DataFolder;
import io.vigie.standalone.supervisor.Supervisor;
import java.io.PrintWriter;

/** The supervisor in this very process, until a signal ends it. */
final class Attached {

    private final Supervisor supervisor;
    private final Target target;
    private final PrintWriter out;

    Attached(DataFolder folder, Target target, PrintWriter out, PrintWriter err) {
        this.supervisor = new Supervisor(folder, err::println);
        this.target = target;
        this.out = out;
    }

    void run() throws InterruptedException {
        int port = target.port();
        Runtime.getRuntime().addShutdownHook(new Thread(this::stopCleanly, "stop"));
        supervisor.start(port);
        out.println("ready " + target.address());
        supervisor.awaitStop();
    }

    private void stopCleanly() {
        supervisor.stop();
    }
}
