package io.vigie.standalone.supervisor;

import io.vigie.embedded.RunningProcess;
import java.io.IOException;

/** One process of the system: how to start it, how to see that it serves, how to stop it. */
interface Part {

    PartName name();

    int port();

    /** Starts it anew; returns as soon as there is a process. Clears what an earlier process of it left. */
    RunningProcess start() throws IOException;

    /** Whether it serves now. */
    boolean serves();

    /** Stops the last process cleanly, or by force when it takes too long. */
    void stop();
}
