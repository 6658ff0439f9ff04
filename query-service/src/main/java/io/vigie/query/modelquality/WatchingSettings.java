package io.vigie.query.modelquality;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How scores are judged by what became of them.
 *
 * @param horizon how long after a score a departure counts for it; at least a day, at most ten years
 */
@ConfigurationProperties("vigie.watching")
record WatchingSettings(@DefaultValue("P365D") Duration horizon) {

    private static final Duration LEAST = Duration.ofDays(1);
    private static final Duration MOST = Duration.ofDays(3_650);

    WatchingSettings {
        if (horizon.compareTo(LEAST) < 0 || horizon.compareTo(MOST) > 0) {
            throw new IllegalArgumentException("vigie.watching.horizon takes from P1D to P3650D");
        }
    }
}
