package io.vigie.command.platform;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * A fault that is switched on to prove that the checks of the whole system notice it: the property
 * {@code vigie.planted-bug} names it. Does nothing unless {@code vigie.testing} is true.
 */
@Component
public final class PlantedBug {

    private static final Logger LOG = LoggerFactory.getLogger(PlantedBug.class);

    private final String planted;

    /** None, unless this is a test. */
    public PlantedBug(
            @Value("${vigie.testing:false}") boolean testing, @Value("${vigie.planted-bug:none}") String plantedBug) {
        planted = testing ? plantedBug : "none";
        if (!planted.equals("none")) {
            LOG.warn("A FAULT IS PLANTED ON PURPOSE: {}. Never run this with data that matters.", planted);
        }
    }

    /** True when this is the fault that was asked for. */
    public boolean is(String name) {
        return planted.equals(name);
    }
}
