package io.vigie.query.platform;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Faults built in on purpose, so that the acceptance tests can prove that they would notice them.
 *
 * @param testing nothing is planted without it
 * @param plantedBug {@code none}, {@code no-version-guard}, {@code read-uncommitted} or {@code stream-without-resume}
 */
@ConfigurationProperties("vigie")
public record PlantedBug(
        @DefaultValue("false") boolean testing,
        @DefaultValue("none") String plantedBug) {

    private static final Logger LOG = LoggerFactory.getLogger(PlantedBug.class);

    /** Warns when a fault is planted. */
    public PlantedBug {
        if (testing && !"none".equals(plantedBug)) {
            LOG.warn("A FAULT IS PLANTED ON PURPOSE: {}. Never run this with data that matters.", plantedBug);
        }
    }

    /** Events are applied whatever their version is. */
    public boolean noVersionGuard() {
        return testing && "no-version-guard".equals(plantedBug);
    }

    /** Records of open and aborted transactions are read. */
    public boolean readUncommitted() {
        return testing && "read-uncommitted".equals(plantedBug);
    }

    /** Where a subscriber was before isn't looked at. */
    public boolean streamWithoutResume() {
        return testing && "stream-without-resume".equals(plantedBug);
    }
}
