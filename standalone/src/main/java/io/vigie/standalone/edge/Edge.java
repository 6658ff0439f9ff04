package io.vigie.standalone.edge;

import java.io.IOException;
import java.time.Duration;

/** Starts the edge and serves until it is told to stop. */
public final class Edge {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private Edge() {}

    /** Takes no arguments; see {@link EdgeSettings} for the settings. Ends with 1 when it can't or mustn't listen. */
    public static void main(String[] args) throws Exception {
        try {
            EdgeSettings settings = EdgeSettings.read();
            new Elsewhere(settings, PATIENCE).check();
            serve(settings);
        } catch (EdgeRefusal refusal) {
            System.err.println(refusal.getMessage());
            System.exit(1);
        }
    }

    private static void serve(EdgeSettings settings) throws Exception {
        try {
            EdgeServer server = EdgeServer.start(settings, Dashboard.built());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server), "stop"));
            server.addresses().forEach(address -> System.out.println("edge listens on " + address));
            server.join();
        } catch (IOException taken) {
            throw new EdgeRefusal(
                    "the edge can't listen on " + settings.address() + ":" + settings.port()
                            + (settings.tls() == null ? "" : " or :" + settings.tlsPort())
                            + "; stop what listens there, or choose another port",
                    taken);
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
