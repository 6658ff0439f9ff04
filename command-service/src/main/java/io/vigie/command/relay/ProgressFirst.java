package io.vigie.command.relay;

import io.vigie.web.StartRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * A planted bug, to prove that the checks of the whole system notice a lost event: the position is committed before the
 * events are acknowledged. Present only when it is asked for, and only in a test.
 */
@Component
@ConditionalOnProperty(name = "vigie.planted-bug", havingValue = "position-before-acknowledgement")
final class ProgressFirst {

    private static final Logger LOG = LoggerFactory.getLogger(ProgressFirst.class);

    ProgressFirst(@Value("${vigie.testing:false}") boolean testing) {
        if (!testing) {
            throw new StartRefused(
                    "vigie.planted-bug asks for a relay that loses events.",
                    "Remove vigie.planted-bug: it is for tests.");
        }
        LOG.warn("PLANTED BUG: THE RELAY SAVES ITS POSITION BEFORE KAFKA HAS THE EVENTS, AND WILL LOSE SOME");
    }
}
