package io.vigie.scoring.scoreclient;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That what is counted takes as much room for many clients as for a few. */
class SketchesStaySmallTest {

    private static final int CLIENTS = 5_000;
    private static final String DAY = "1/2026-03-02";

    /** Of a field between 1 and 5,000 or 0.0002 and 1, where 2 % are a bin, about 430 of 15 bytes; two fields and the score. */
    private static final int MOST_BYTES = 22_500;

    @TempDir
    Path folder;

    @Test
    void givenThousandsOfClientsWithValuesOfTheirOwn_whenCounted_thenTheyTakeBoundedRoomAndMoreClientsTakeNone() {
        try (ScoringDriver driver = new ScoringDriver(folder)) {
            register(driver, "a-");
            Map<String, Integer> sizes = sizes(driver);
            assertThat(sizes).hasSizeLessThanOrEqualTo(2);
            assertThat(sizes.get(DAY)).isBetween(5_000, MOST_BYTES);

            register(driver, "b-");

            assertThat(sizes(driver).get(DAY)).isEqualTo(sizes.get(DAY));
            assertThat(sizes(driver).values()).allMatch(size -> size <= MOST_BYTES);
        }
    }

    private static Map<String, Integer> sizes(ScoringDriver driver) {
        Map<String, Integer> sizes = new TreeMap<>();
        driver.counted().forEach((key, value) -> sizes.put(key, value.length));
        return sizes;
    }

    private static void register(ScoringDriver driver, String prefix) {
        for (int client = 1; client <= CLIENTS; client++) {
            BigDecimal years = BigDecimal.valueOf(client, 3);
            driver.pipe(Events.registered(prefix + client, client, years, null, false), 1);
        }
        assertThat(driver.scores()).hasSize(CLIENTS);
    }
}
