package io.vigie.query.trackprogress;

import io.vigie.query.trackprogress.Standings.Standing;
import jakarta.servlet.AsyncContext;
import java.util.Map;

/** A request that waits until a moment of {@link System#nanoTime()}, which no clock that is set changes. */
final class Waiter {

    private static final long UNKNOWN = -1;

    private final Demand demand;
    private final long until;
    private final AsyncContext request;
    private long wanted = UNKNOWN;
    private volatile boolean settled;

    Waiter(Demand demand, long until, AsyncContext request) {
        this.demand = demand;
        this.until = until;
        this.request = request;
    }

    Demand demand() {
        return demand;
    }

    AsyncContext request() {
        return request;
    }

    boolean isOver(long now) {
        return now - until > 0;
    }

    /** Whether what it demands is there. */
    boolean isSettled() {
        return settled;
    }

    /** It is. */
    void settle() {
        settled = true;
    }

    /**
     * Looks at its own client once its events are there. What the first look shows is what must be scored: a client that
     * goes on acting would be ahead of its scores for ever.
     */
    void look(Map<String, Standing> standings) {
        Standing found = standings.get(demand.clientId());
        if (found == null) {
            return;
        }
        Standing standing = found.in(demand.portfolio());
        if (standing.held()) {
            return;
        }
        if (wanted == UNKNOWN) {
            wanted = standing.version();
        }
        settled = !demand.withScores() || standing.scored() >= wanted;
    }
}
