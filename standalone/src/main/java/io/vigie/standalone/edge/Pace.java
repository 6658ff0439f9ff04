package io.vigie.standalone.edge;

/** How fast a client sends on one connection; only what the edge waits for counts against it. */
final class Pace {

    private static final long NOT_WAITING = Long.MIN_VALUE;

    private final Limits limits;
    private boolean head = true;
    private long since;
    private long waited;
    private long bytes;
    private long requests;

    Pace(Limits limits, long now) {
        this.limits = limits;
        this.since = now;
    }

    /** Begins a request; its number on this connection. */
    synchronized long headCame() {
        head = false;
        since = NOT_WAITING;
        waited = 0;
        bytes = 0;
        return ++requests;
    }

    /** No request came that isn't answered. */
    synchronized boolean isIdle() {
        return head;
    }

    /** Ends a request, unless the next one is there already. */
    synchronized void awaitsHead(long request, long now) {
        if (request == requests) {
            head = true;
            since = now;
        }
    }

    synchronized void awaitsBody(long now) {
        since = now;
    }

    synchronized void bodyCame(long now) {
        if (!head && since != NOT_WAITING) {
            waited += now - since;
            since = NOT_WAITING;
        }
    }

    synchronized void bytes(long more) {
        bytes += more;
    }

    synchronized boolean isTooSlow(long now, boolean crowded) {
        if (since == NOT_WAITING) {
            return false;
        }
        if (head) {
            return now - since > (crowded ? limits.headWhenCrowded() : limits.head()).toNanos();
        }
        long allowed = limits.grace().toNanos() + bytes * 1_000_000_000L / limits.bytesPerSecond();
        return waited + now - since > allowed;
    }
}
