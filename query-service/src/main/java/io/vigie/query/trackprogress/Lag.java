package io.vigie.query.trackprogress;

import java.time.Duration;
import org.springframework.stereotype.Component;

/** How far what is shown is behind what has happened. */
@Component
public final class Lag {

    private final Coverage coverage;

    Lag(Coverage coverage) {
        this.coverage = coverage;
    }

    /** How old the oldest relayed event is that the views lack; zero when they lack none. */
    public Duration now() {
        return coverage.lag();
    }
}
