package io.vigie.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.vigie.acceptance.data.ChurnFile;
import io.vigie.acceptance.data.FileImport;
import io.vigie.acceptance.system.Patience;
import io.vigie.acceptance.system.RunningVigie;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The list of clients stays quick however many there are. */
class HundredThousandClientsIT {

    private static final int ROWS = 100_000;
    private static final int MOST_ROWS_DRAWN = 60;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void givenAHundredThousandClients_whenTheListIsOpenedAndScrolled_thenFewRowsAreDrawnAndTheFirstAtOnce()
            throws Exception {
        ChurnFile file = ChurnFile.write(folder.resolve("clients.csv"), ROWS, 5);
        try (RunningVigie vigie = RunningVigie.start(folder.resolve("data"), Map.of());
                Chromium chromium = Chromium.start()) {
            Team team = Team.of(vigie);
            FileImport.of(vigie.api(), file.file());
            Patience.await("every client has a score", Duration.ofMinutes(4), () -> {
                var bands = vigie.api().get("/api/summary").body().path("byBand");
                return bands.path("low").asInt()
                                + bands.path("medium").asInt()
                                + bands.path("high").asInt()
                        == ROWS - file.left();
            });
            try (Person ann = team.at(chromium, "ann", Look.DESK)) {
                ann.open("/clients")
                        .page()
                        .locator("table.clients tbody tr[aria-rowindex='2']")
                        .waitFor();
                long began = System.nanoTime();
                Page page = ann.open("/clients").page();
                page.locator("table.clients tbody tr[aria-rowindex='2']").waitFor();
                System.out.printf(
                        "The first rows of %d clients were there after %d ms%n",
                        ROWS, (System.nanoTime() - began) / 1_000_000);

                for (int screenful = 0; screenful < 40; screenful++) {
                    page.mouse().move(700, 600);
                    page.mouse().wheel(0, 600);
                    page.waitForTimeout(30);
                    assertThat(page.locator("table.clients tbody tr[aria-rowindex]")
                                    .count())
                            .isBetween(1, MOST_ROWS_DRAWN);
                }
                int last = Integer.parseInt(page.locator("table.clients tbody tr[aria-rowindex]")
                        .last()
                        .getAttribute("aria-rowindex"));
                assertThat(last).isGreaterThan(200);
                ann.expectQuiet();
            }
        }
    }
}
