package io.vigie.command.platform;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * A place where a test lets the process die as by kill -9: the property {@code vigie.crash-at} names it. Does nothing
 * unless {@code vigie.testing} is true.
 */
@Component
public class CrashPoint {

    /** The exit code of a process that died at such a place, as after kill -9. */
    public static final int EXIT_CODE = 137;

    private static final Logger LOG = LoggerFactory.getLogger(CrashPoint.class);

    private final String armed;

    protected CrashPoint(
            @Value("${vigie.testing:false}") boolean testing, @Value("${vigie.crash-at:}") String crashAt) {
        this.armed = testing ? crashAt : "";
        if (!armed.isEmpty()) {
            LOG.warn("This process will halt at {}", armed);
        }
    }

    /** Halts the JVM here if {@code place}, for instance {@code relay.after-send}, is the one asked for. */
    public void reached(String place) {
        if (place.equals(armed)) {
            Runtime.getRuntime().halt(EXIT_CODE);
        }
    }
}
