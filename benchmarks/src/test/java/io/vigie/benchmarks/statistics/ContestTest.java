package io.vigie.benchmarks.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.benchmarks.statistics.Contest.Results;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContestTest {

    private final List<String> turns = new ArrayList<>();

    @Test
    void givenTwoContenders_whenRun_thenTheyTakeTurnsAndWarmUpsDontCount() throws Exception {
        Results results = contest()
                .with("ours", () -> rate("ours", turns.size() < 2 ? 1 : 40))
                .with("theirs", () -> rate("theirs", turns.size() < 2 ? 1 : 80))
                .run(1, 2);

        assertThat(turns).containsExactly("ours", "theirs", "ours", "theirs", "theirs", "ours");
        assertThat(results.median("ours")).isEqualTo(40);
        assertThat(results.ratio("ours", "theirs")).isEqualTo(0.5);
    }

    @Test
    void givenAMachineThatSlowsDownForARound_whenRun_thenTheRatioIsOfTheSameRound() throws Exception {
        Results results = new Results(Map.of("ours", List.of(50.0, 5.0, 50.0), "theirs", List.of(100.0, 10.0, 100.0)));

        assertThat(results.ratio("ours", "theirs")).isEqualTo(0.5);
    }

    @Test
    void givenAContenderThatStillGetsFaster_whenWarmedUp_thenUntilItDoesNot() throws Exception {
        Results results = contest()
                .with("warm", () -> rate("warm", 100))
                .with("late", () -> rate("late", Math.min(turns.size(), 30)))
                .run(8, 3);

        assertThat(turns.stream().filter("late"::equals)).hasSizeBetween(15 + 8, 15 + 8 + 3);
        assertThat(results.rates().values())
                .allSatisfy(rates -> assertThat(rates).hasSize(3));
        assertThat(results.median("late")).isEqualTo(30);
    }

    @Test
    void givenAContenderThatGetsFasterForEver_whenWarmedUp_thenTheContestBeginsAtSomeTime() throws Exception {
        Results results = contest()
                .with("ever", () -> rate("ever", Math.pow(2, turns.size())))
                .run(8, 1);

        assertThat(turns).hasSize(4 * 8 + 1);
        assertThat(results.rates().get("ever")).hasSize(1);
    }

    private double rate(String contender, double rate) {
        turns.add(contender);
        return rate;
    }

    private static Contest contest() {
        return new Contest(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    }
}
