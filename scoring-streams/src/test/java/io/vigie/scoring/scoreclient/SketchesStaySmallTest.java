package io.vigie.scoring.scoreclient;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That what is counted takes as much room for many clients as for a few. */
class SketchesStaySmallTest {

    private static final int CLIENTS = 5_000;

    /** Of a field between 1 and 5,000 or 0.0002 and 1, where 2 % are a bin, about 430; two fields and the score. */
    private static final int MOST_KEYS = 1_500;

    @TempDir
    Path folder;

    @Test
    void givenThousandsOfClientsWithValuesOfTheirOwn_whenCounted_thenTheKeysAreBoundedAndMoreClientsAddNone() {
        try (ScoringDriver driver = new ScoringDriver(folder)) {
            register(driver, "a-");
            List<String> keys = driver.counted();
            assertThat(keys).hasSizeBetween(500, MOST_KEYS);

            register(driver, "b-");

            assertThat(driver.counted()).isEqualTo(keys);
        }
    }

    private static void register(ScoringDriver driver, String prefix) {
        for (int client = 1; client <= CLIENTS; client++) {
            BigDecimal years = BigDecimal.valueOf(client, 3);
            driver.pipe(Events.registered(prefix + client, client, years, null, false), 1);
        }
        assertThat(driver.scores()).hasSize(CLIENTS);
    }
}
