package io.vigie.query.evaluatemodel;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What evaluations may take.
 *
 * @param limit how long all records of a JSON body may take together; more than no time, at most 50 seconds, since nothing is
 *     answered meanwhile and nobody waits longer
 * @param spool folder of what was sent until it is answered; must have room for {@code files} of the largest
 * @param files that are received or evaluated at once, 4 to 1,000; those of up to 64 KB aren't counted
 */
@ConfigurationProperties("vigie.evaluations")
record EvaluationSettings(
        @DefaultValue("PT30S") Duration limit,
        Path spool,
        @DefaultValue("16") int files) {

    private static final Duration LONGEST = Duration.ofSeconds(50);

    EvaluationSettings {
        if (limit.isNegative() || limit.isZero() || limit.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("vigie.evaluations.limit takes more than no time and at most PT50S");
        }
        if (files < 4 || files > 1_000) {
            throw new IllegalArgumentException("vigie.evaluations.files takes from 4 to 1000");
        }
    }
}
