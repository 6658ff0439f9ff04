package io.vigie.acceptance.load;

import java.util.ArrayList;
import java.util.List;

/** What the live stream told somebody, in its order, and what they read when it told them to read everything. */
public final class Transcript {

    /** A client, by its state. */
    public static final String CLIENTS = "clients";

    /** An event of a client. */
    public static final String EVENTS = "events";

    /** Something was missed. */
    public static final String RESET = "reset";

    /** A client as it was read. */
    public static final String READ = "read";

    private final List<Told> all = new ArrayList<>();

    /**
     * A line of it.
     *
     * @param id under which it was told; empty for what was read
     * @param client empty for what is about none
     * @param version of the client, or of its event; 0 for what has none
     */
    public record Told(String id, String topic, String client, long version) {}

    /** One more. */
    public synchronized void add(Told told) {
        all.add(told);
    }

    /** Everything so far. */
    public synchronized List<Told> all() {
        return List.copyOf(all);
    }

    /** How often something of that topic was told. */
    public long count(String topic) {
        return all().stream().filter(told -> told.topic().equals(topic)).count();
    }
}
