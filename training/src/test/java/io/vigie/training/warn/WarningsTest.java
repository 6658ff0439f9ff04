package io.vigie.training.warn;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.training.prepare.Columns;
import io.vigie.training.prepare.Preparation;
import io.vigie.training.prepare.TrainingSet;
import io.vigie.training.readdata.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WarningsTest {

    private static final int ROWS = 400;

    private static final IntFunction<String> NOISE = row -> Integer.toString(new Random(row).nextInt(90));

    @Test
    void givenRowsInOrderOfTheOutcome_whenWarned_thenSorted() {
        assertThat(kinds(row -> row < 150 ? "1" : "0", NOISE)).contains("sorted-by-class");
    }

    @Test
    void givenRowsByLot_whenWarned_thenNothing() {
        assertThat(kinds(WarningsTest::byLot, NOISE)).isEmpty();
    }

    @Test
    void givenAColumnThatTellsTheOutcomeNearlyAlways_whenWarned_thenLeaking() {
        List<Warning> warnings = warnings(
                WarningsTest::byLot,
                row -> Integer.toString((byLot(row).equals("1") ^ row % 97 == 0 ? 500 : 0) + row / 2));

        assertThat(warnings).extracting(Warning::kind).containsExactly("leaking-feature");
        assertThat(warnings.get(0).sentence())
                .startsWith("x alone has an AUC of 0.9")
                .contains("--drop x");
    }

    @Test
    void givenALeakThatFallsWithTheOutcome_whenWarned_thenLeakingToo() {
        assertThat(kinds(WarningsTest::byLot, row -> byLot(row).equals("1") ? "-" + (row + 1) : row + ".5"))
                .containsExactly("leaking-feature");
    }

    @Test
    void givenAWordThatDecides_whenWarned_thenLeaking() {
        assertThat(warnings(
                        WarningsTest::byLot, row -> byLot(row).equals("1") ? "closed" : row % 2 == 0 ? "open" : "new"))
                .singleElement()
                .extracting(Warning::sentence)
                .asString()
                .startsWith("x decides the outcome alone");
    }

    @Test
    void givenAColumnFilledForSomeOfThosePositive_whenWarned_thenLeaking() {
        assertThat(warnings(WarningsTest::byLot, row -> byLot(row).equals("1") && row % 2 == 0 ? NOISE.apply(row) : ""))
                .singleElement()
                .extracting(Warning::sentence)
                .asString()
                .startsWith("x is filled in ")
                .contains("all of which are positive");
    }

    @Test
    void givenAColumnFilledForSomeOfEach_whenWarned_thenNothing() {
        assertThat(kinds(WarningsTest::byLot, row -> row % 2 == 0 ? NOISE.apply(row) : ""))
                .isEmpty();
    }

    @Test
    void givenAStrongButHonestColumn_whenWarned_thenNothing() {
        assertThat(kinds(
                        WarningsTest::byLot,
                        row -> Integer.toString((byLot(row).equals("1") ? 40 : 0) + new Random(row).nextInt(90))))
                .isEmpty();
    }

    @Test
    void givenAColumnWithOneValue_whenWarned_thenConstant() {
        Table table = new Table(
                "t",
                "",
                List.of("x", "same", "y"),
                IntStream.range(0, ROWS)
                        .mapToObj(row -> List.of(NOISE.apply(row), "7", byLot(row)))
                        .toList());

        assertThat(Warnings.about(table, set(table)))
                .singleElement()
                .isEqualTo(new Warning(
                        "constant-column", "same has the same value in every row, so nothing can be learnt from it."));
    }

    @Test
    void givenFewOfTheRarerClass_whenWarned_thenFewPositives() {
        assertThat(kinds(row -> row % 10 == 0 ? "1" : "0", row -> NOISE.apply(row * 31)))
                .containsExactly("few-positives");
        assertThat(kinds(row -> row % 10 == 0 ? "0" : "1", row -> NOISE.apply(row * 31)))
                .containsExactly("few-positives");
    }

    private static String byLot(int row) {
        return new Random(row * 7919L).nextInt(100) < 40 ? "1" : "0";
    }

    private static List<String> kinds(IntFunction<String> outcome, IntFunction<String> x) {
        return warnings(outcome, x).stream().map(Warning::kind).toList();
    }

    private static List<Warning> warnings(IntFunction<String> outcome, IntFunction<String> x) {
        List<List<String>> rows = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            rows.add(List.of(x.apply(row), outcome.apply(row)));
        }
        Table table = new Table("t", "", List.of("x", "y"), rows);
        return Warnings.about(table, set(table));
    }

    private static TrainingSet set(Table table) {
        return Preparation.prepare(table, "y", Columns.AS_THEY_LOOK, 3);
    }
}
