package io.vigie.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.vigie.acceptance.data.ChurnFile;
import io.vigie.acceptance.data.FileImport;
import io.vigie.acceptance.system.Answer;
import io.vigie.acceptance.system.Patience;
import io.vigie.acceptance.system.RunningVigie;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Many clients ({@code -Dvigie.clients}, 10,000) have their scores soon, and pages about them stay quick. */
class ManyClientsIT {

    private static final int ROWS = Integer.getInteger("vigie.clients", 10_000);

    /** For each ten thousand, from the import's end. */
    private static final Duration PROMISED = Duration.ofSeconds(30);

    private static final Duration MEASURED_AT_MOST = promised().multipliedBy(4);
    private static final int MOST_ROWS_DRAWN = 60;

    /** How long a screen may take until the first of what it asks the database for is there. */
    private static final Duration FIRST_VIEW = Duration.ofMillis(2_500);

    private static final String ROW = "table.clients tbody tr[aria-rowindex='2']";

    /** Counts frames, and among them those that an eye would see as a jerk. */
    private static final String COUNT_LONG_FRAMES = """
            () => {
              let before = performance.now()
              window.frames50 = { long: 0, all: 0 }
              const next = now => {
                window.frames50.all++
                if (now - before > 50) window.frames50.long++
                before = now
                requestAnimationFrame(next)
              }
              requestAnimationFrame(next)
            }""";

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void givenManyRows_whenImported_thenEachHasAScoreAndPagesAreThereInTimeAndOfTheListOnlyFewAreDrawn()
            throws Exception {
        ChurnFile file = ChurnFile.write(folder.resolve("clients.csv"), ROWS, 7);
        try (RunningVigie vigie = RunningVigie.start(folder.resolve("data"), Map.of());
                Chromium chromium = Chromium.start()) {
            Team team = Team.of(vigie);
            Answer told = FileImport.of(vigie.api(), file.file(), MEASURED_AT_MOST);
            assertThat(told.body().path("accepted").asInt()).as(told.text()).isEqualTo(ROWS);
            Instant end = Instant.parse(told.body().path("finishedAt").asString());
            Patience.await(
                    "every client has a score",
                    MEASURED_AT_MOST,
                    () -> clients(vigie) == ROWS && scored(vigie) == ROWS);
            Duration took = Duration.between(end, Instant.now());
            System.out.printf("%d clients had their scores %s after the import's end%n", ROWS, took);
            assertThat(took).isLessThanOrEqualTo(promised());

            assertThat(firstViews(team, chromium, "/clients", ROW)).isLessThanOrEqualTo(FIRST_VIEW);
            assertThat(firstViews(team, chromium, "/portfolio", ".figures .figure"))
                    .isLessThanOrEqualTo(FIRST_VIEW);
            try (Person ann = team.at(chromium, "ann", Look.DESK)) {
                open(ann, "/clients", ROW);
                Page page = ann.page();
                page.evaluate(COUNT_LONG_FRAMES);
                for (int screenful = 0; screenful < 40; screenful++) {
                    page.mouse().move(700, 600);
                    page.mouse().wheel(0, 600);
                    page.waitForTimeout(50);
                    assertThat(page.locator("table.clients tbody tr[aria-rowindex]")
                                    .count())
                            .isBetween(1, MOST_ROWS_DRAWN);
                }
                System.out.println(
                        "Frames while scrolling, and those longer than 50 ms: " + page.evaluate("window.frames50"));
                int last = Integer.parseInt(page.locator("table.clients tbody tr[aria-rowindex]")
                        .last()
                        .getAttribute("aria-rowindex"));
                assertThat(last).isGreaterThan(200);
                ann.expectQuiet();
            }
        }
    }

    private static Duration promised() {
        return PROMISED.multipliedBy(ROWS).dividedBy(10_000);
    }

    private static long clients(RunningVigie vigie) throws Exception {
        return vigie.api().get("/api/summary").body().path("clients").asLong();
    }

    private static long scored(RunningVigie vigie) throws Exception {
        return vigie.api().all("/api/clients").stream()
                .filter(client -> client.path("risk").path("score").isNumber())
                .count();
    }

    /** The middle one of three, each in a window of its own. */
    private static Duration firstViews(Team team, Chromium chromium, String path, String first) {
        List<Duration> taken = new ArrayList<>();
        for (String account : List.of("ann", "amy", "ann")) {
            try (Person person = team.at(chromium, account, Look.DESK)) {
                taken.add(open(person, path, first));
            }
        }
        taken.sort(Comparator.naturalOrder());
        return taken.get(taken.size() / 2);
    }

    /** Tells how long it took until something of it was there. */
    private static Duration open(Person person, String path, String first) {
        long began = System.nanoTime();
        person.open(path).page().locator(first).first().waitFor();
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        System.out.printf("%s with %d clients was there after %d ms%n", path, ROWS, took.toMillis());
        return took;
    }
}
