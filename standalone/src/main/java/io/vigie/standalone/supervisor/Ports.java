package io.vigie.standalone.supervisor;

import io.vigie.embedded.FreePort;
import io.vigie.standalone.Refusal;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The port of every part, kept in {@code ports.json} so that a restart takes the same ones while they are free. */
public final class Ports {

    /** The broker has a second port, on which it talks to its own controller. */
    private static final String CONTROLLER = "kafka-controller";

    private final Map<PartName, Integer> ports;
    private final int controller;

    private Ports(Map<PartName, Integer> ports, int controller) {
        this.ports = ports;
        this.controller = controller;
    }

    /**
     * Chooses the ports for a start and records them.
     *
     * @throws Refusal when the edge's port is taken
     */
    static Ports choose(DataFolder folder, int edge) {
        if (!FreePort.isFree(edge)) {
            throw new Refusal("Port " + edge + " is in use: stop what listens there, or choose another with --port.");
        }
        Map<?, ?> recorded = JsonFile.read(folder.ports(), Map.class).orElse(Map.of());
        Map<PartName, Integer> chosen = new EnumMap<>(PartName.class);
        chosen.put(PartName.EDGE, edge);
        for (PartName part : PartName.values()) {
            if (part != PartName.EDGE) {
                chosen.put(part, port(recorded.get(part.toString()), chosen.values()));
            }
        }
        Ports ports = new Ports(chosen, port(recorded.get(CONTROLLER), chosen.values()));
        ports.record(folder);
        return ports;
    }

    /** The port that a part had at the last start, or null. */
    public static @Nullable Integer recorded(DataFolder folder, PartName part) {
        Object port = JsonFile.read(folder.ports(), Map.class).orElse(Map.of()).get(part.toString());
        return port instanceof Integer number ? number : null;
    }

    /** A part's port. */
    public int of(PartName part) {
        return ports.getOrDefault(part, 0);
    }

    /** The port of the broker's controller. */
    int ofController() {
        return controller;
    }

    private static int port(@Nullable Object recorded, Collection<Integer> taken) {
        if (recorded instanceof Integer port && !taken.contains(port) && FreePort.isFree(port)) {
            return port;
        }
        int found = FreePort.find();
        while (taken.contains(found)) {
            found = FreePort.find();
        }
        return found;
    }

    private void record(DataFolder folder) {
        Map<String, Integer> named = new LinkedHashMap<>();
        for (PartName part : PartName.values()) {
            named.put(part.toString(), of(part));
        }
        named.put(CONTROLLER, controller);
        JsonFile.write(folder.ports(), named);
    }
}
