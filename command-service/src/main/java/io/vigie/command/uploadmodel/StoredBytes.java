package io.vigie.command.uploadmodel;

import io.vigie.web.Rejected;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** How many bytes uploads may have in files while they come in and are checked: of all of them together 100 MB. */
@Component
class StoredBytes {

    /** Five of the largest documents; in a container the folder of such files may be memory. */
    static final long MOST = 100_000_000;

    private static final Duration AGAIN = Duration.ofSeconds(10);

    private long taken;

    /**
     * Takes some.
     *
     * @throws Rejected 503 when there are no more
     */
    synchronized void take(int bytes) {
        if (taken + bytes > MOST) {
            throw Rejected.notReady(
                    "busy", "Busy", "Many documents are coming in at once; upload it again in a moment.", AGAIN);
        }
        taken += bytes;
    }

    /** Others may have them. */
    synchronized void giveBack(int bytes) {
        taken -= bytes;
    }
}
