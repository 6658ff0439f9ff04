package io.vigie.query.livestream;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much the live stream takes.
 *
 * @param perAccount streams of one account at the same time, of each instance
 * @param all streams at the same time, of each instance
 * @param pending patches that may wait for one subscriber; with more it is told to read everything again
 * @param recent changes that are remembered for those who come back
 * @param patience how long a subscriber may read nothing while something waits for it
 * @param check how often it is found out whether a subscriber is still let in; at most 15 s
 */
@ConfigurationProperties("vigie.stream")
record LiveStreamSettings(
        @DefaultValue("4") int perAccount,
        @DefaultValue("200") int all,
        @DefaultValue("1000") int pending,
        @DefaultValue("20000") int recent,
        @DefaultValue("20s") Duration patience,
        @DefaultValue("10s") Duration check) {

    private static final Duration LONGEST_CHECK = Duration.ofSeconds(15);

    LiveStreamSettings {
        if (perAccount < 1 || all < 1 || pending < 1 || recent < 1) {
            throw new IllegalArgumentException("vigie.stream takes numbers from 1");
        }
        if (patience.isNegative() || patience.isZero()) {
            throw new IllegalArgumentException("vigie.stream.patience must be some time");
        }
        if (check.isNegative() || check.isZero() || check.compareTo(LONGEST_CHECK) > 0) {
            throw new IllegalArgumentException("vigie.stream.check takes up to 15s");
        }
    }
}
