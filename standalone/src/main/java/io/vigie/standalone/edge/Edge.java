package io.vigie.standalone.edge;

import java.io.IOException;

/** Starts the edge and serves until it is told to stop. */
public final class Edge {

    private Edge() {}

    /** Takes no arguments; see {@link EdgeSettings} for the settings. Ends with 1 when it can't listen. */
    public static void main(String[] args) throws Exception {
        EdgeSettings settings = EdgeSettings.read();
        try {
            EdgeServer server = EdgeServer.start(settings);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server), "stop"));
            System.out.println("edge listens on http://" + settings.address() + ":" + server.port());
            server.join();
        } catch (IOException taken) {
            System.err.println("the edge can't listen on " + settings.address() + ":" + settings.port()
                    + "; stop what listens there, or choose another port");
            System.exit(1);
        }
    }

    private static void stop(EdgeServer server) {
        try {
            server.close();
        } catch (Exception failed) {
            System.err.println("the edge didn't stop cleanly: " + failed);
        }
    }
}
