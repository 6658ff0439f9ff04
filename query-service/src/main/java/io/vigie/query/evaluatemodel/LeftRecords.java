package io.vigie.query.evaluatemodel;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Files of records that a process left when it was killed go at the next start; those of another that runs stay. */
@Component
class LeftRecords implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(LeftRecords.class);
    private static final Duration OLD = Duration.ofHours(1);

    private final Spool spool;
    private final Clock clock;

    LeftRecords(Spool spool, Clock clock) {
        this.spool = spool;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        try {
            spool.clear(clock.instant().minus(OLD));
        } catch (IOException unreadable) {
            LOG.warn(
                    "The folder of files that were sent can't be looked over ({}).",
                    unreadable.getClass().getSimpleName());
        }
    }
}
