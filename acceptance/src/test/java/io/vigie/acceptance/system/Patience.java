package io.vigie.acceptance.system;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;

/** Waiting for something to become true, with an end. */
public final class Patience {

    private Patience() {}

    /** Asks until the answer is true; an exception counts as "not now". */
    public static void await(String what, Duration atMost, Callable<Boolean> question) throws InterruptedException {
        Instant end = Instant.now().plus(atMost);
        Exception last = null;
        while (Instant.now().isBefore(end)) {
            try {
                if (question.call()) {
                    return;
                }
                last = null;
            } catch (InterruptedException interrupted) {
                throw interrupted;
            } catch (Exception notNow) {
                last = notNow;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("waited " + atMost + " in vain: " + what, last);
    }
}
