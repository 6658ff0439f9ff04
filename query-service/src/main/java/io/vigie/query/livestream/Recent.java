package io.vigie.query.livestream;

import io.vigie.query.changes.Change;
import java.util.ArrayList;
import java.util.List;

/** The latest changes, numbered without a hole. Not for several threads at once. */
final class Recent {

    private final Change[] changes;
    private long head;
    private long forgotten;

    Recent(int most) {
        this.changes = new Change[most];
    }

    /** Its number, from 1 on. */
    long add(Change change) {
        head++;
        changes[(int) (head % changes.length)] = change;
        forgotten = Math.max(forgotten, head - changes.length);
        return head;
    }

    /** Number of the latest. */
    long head() {
        return head;
    }

    /** Forgets them; numbers go on. */
    void clear() {
        forgotten = head;
    }

    /** Whether all after that one are known. */
    boolean reachesTo(long number) {
        return number >= forgotten && number <= head;
    }

    /** Those after that one, oldest first; asked only where {@link #reachesTo}. */
    List<Change> after(long number) {
        List<Change> later = new ArrayList<>();
        for (long next = number + 1; next <= head; next++) {
            later.add(changes[(int) (next % changes.length)]);
        }
        return later;
    }
}
