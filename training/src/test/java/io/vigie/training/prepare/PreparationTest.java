package io.vigie.training.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.training.Refusal;
import io.vigie.training.prepare.Feature.Categories;
import io.vigie.training.prepare.Feature.Numbers;
import io.vigie.training.readdata.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreparationTest {

    private static final IntFunction<String> OUTCOME = row -> row % 3 == 0 ? "1" : "0";

    @Test
    void givenColumnsOfAllKinds_whenPrepared_thenTypedOrLeftOutWithTheReason() {
        TrainingSet set = Preparation.prepare(
                table(
                        col("amount", row -> row % 7 == 0 ? "" : row / 4 + ".25"),
                        col("plan", row -> row % 11 == 0 ? "" : row % 2 == 0 ? "gold" : "basic"),
                        col("id", row -> Integer.toString(9000 + row)),
                        col("name", row -> "Client " + row),
                        col("city", row -> "City " + row / 2),
                        col("since", row -> "2016-01-%02d 10:00:00".formatted(row % 28 + 1)),
                        col("same", row -> "x"),
                        col("nothing", row -> ""),
                        col("hardly", row -> row % 40 == 0 ? row + ".5" : "")),
                "y",
                Columns.AS_THEY_LOOK,
                5);

        assertThat(set.features()).extracting(Feature::name).containsExactly("amount", "plan");
        Numbers amount = (Numbers) set.features().get(0);
        assertThat(amount.values()[1]).isEqualTo(0.25);
        assertThat(amount.values()[7]).isNaN();
        assertThat(amount.hasGaps()).isTrue();
        Categories plan = (Categories) set.features().get(1);
        assertThat(plan.values()[0]).isEqualTo(Categories.NONE);
        assertThat(plan.values()[1]).isEqualTo("basic");
        assertThat(set.leftOut())
                .extracting(LeftOut::column)
                .containsExactly("id", "name", "city", "since", "same", "nothing", "hardly");
        assertThat(set.leftOut().get(0).why()).contains("identifies somebody");
        assertThat(set.leftOut().get(1).why()).contains("nearly every row has another text (120 in 120)");
        assertThat(set.leftOut().get(2).why()).contains("60 different texts, more than the 50");
        assertThat(set.leftOut().get(3).why()).contains("is a date");
        assertThat(set.leftOut().get(4).why()).contains("the same value everywhere");
        assertThat(set.leftOut().get(5).why()).isEqualTo("it is empty");
        assertThat(set.leftOut().get(6).why()).isEqualTo("it is empty in 117 of 120 rows");
    }

    @Test
    void givenDropAndKeep_whenPrepared_thenTheyHaveTheLastWord() {
        TrainingSet set = Preparation.prepare(
                table(col("a", row -> row / 2 + ""), col("id", row -> row + "")),
                "y",
                new Columns(Set.of("a"), Set.of("id"), Map.of()),
                5);

        assertThat(set.features()).extracting(Feature::name).containsExactly("id");
        assertThat(set.leftOut()).containsExactly(new LeftOut("a", "--drop says so"));
    }

    @ParameterizedTest
    @CsvSource({"yes, no", "TRUE, False", "1.0, 0.0", "y, n", "1, 0"})
    void givenTwoWordsOfAnyKind_whenPrepared_thenZeroAndOne(String yes, String no) {
        Table table = table(col("a", row -> row / 2 + ""), col("out", row -> row % 3 == 0 ? yes : no));

        TrainingSet set = Preparation.prepare(table, "out", new Columns(Set.of("y"), Set.of(), Map.of()), 5);

        assertThat(set.positives()).isEqualTo(40);
        assertThat(set.positive()).isEqualTo(yes);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "three|is not binary, it has 3 values (0, 1, 2): give a column of 0 and 1",
                "gap|is empty in row 5: remove the rows whose outcome isn't known",
                "one|All rows have the same outcome in one",
                "rare|only 4 are positive, too few for 5 folds: bring at least 10",
                "absent|There is no column absent in t: give --target one of a, three, gap, one, rare, y",
                "a|is not binary, it has 60 values"
            })
    void givenAnUnusableTarget_whenPrepared_thenOneSentence(String target, String sentence) {
        Table table = table(
                col("a", row -> row / 2 + ""),
                col("three", row -> row % 3 + ""),
                col("gap", row -> row == 4 ? "" : OUTCOME.apply(row)),
                col("one", row -> "1"),
                col("rare", row -> row < 4 ? "1" : "0"));

        assertThatThrownBy(() -> Preparation.prepare(table, target, Columns.AS_THEY_LOOK, 5))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.b", "a`b", "probability", "prediction", "rawPrediction", "vigie_row"})
    void givenANameThatCannotBeUsed_whenPrepared_thenRefusedUnlessDropped(String name) {
        Table table = table(col(name, row -> row / 2 + ""), col("x", row -> row / 3 + ""));

        assertThatThrownBy(() -> Preparation.prepare(table, "y", Columns.AS_THEY_LOOK, 5))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("can't be used under this name: rename it");
        assertThat(Preparation.prepare(table, "y", new Columns(Set.of(name), Set.of(), Map.of()), 5)
                        .features())
                .hasSize(1);
    }

    @Test
    void givenOneWordOrNothing_whenPrepared_thenNothingIsAWordToo_andOneNumberOrNothingIsTold() {
        TrainingSet set = Preparation.prepare(
                table(
                        col("x", row -> row / 3 + ""),
                        col("vip", row -> row % 4 == 0 ? "VIP" : ""),
                        col("flag", row -> row % 4 == 0 ? "1" : "")),
                "y",
                Columns.AS_THEY_LOOK,
                5);

        assertThat(set.features()).extracting(Feature::name).containsExactly("x", "vip");
        assertThat(set.leftOut()).containsExactly(new LeftOut("flag", "it has one value or is empty"));
    }

    @Test
    void givenNamesOfAFewPeople_whenPrepared_thenTheyAreNoCategories() {
        TrainingSet set = Preparation.prepare(
                table(col("x", row -> row / 3 + ""), col("referrer", row -> row < 40 ? "Person " + row : "")),
                "y",
                Columns.AS_THEY_LOOK,
                5);

        assertThat(set.features()).extracting(Feature::name).containsExactly("x");
        assertThat(set.leftOut().get(0).why()).contains("nearly every row has another text (40 in 40)");
    }

    @Test
    void givenATargetOfNames_whenRefused_thenNobodyIsNamed() {
        assertThatThrownBy(() ->
                        Preparation.prepare(table(col("who", row -> "Person " + row)), "who", Columns.AS_THEY_LOOK, 5))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("it has 120 values")
                .hasMessageNotContaining("Person");
    }

    @Test
    void givenNothingLeft_whenPrepared_thenRefused() {
        assertThatThrownBy(() -> Preparation.prepare(table(col("id", row -> row + "")), "y", Columns.AS_THEY_LOOK, 5))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("No column of t is left to learn from: name some by --keep");
    }

    @Test
    void givenAnUnknownColumnInDropOrKeep_whenPrepared_thenRefused() {
        assertThatThrownBy(() -> Preparation.prepare(
                        table(col("a", row -> row / 2 + "")), "y", new Columns(Set.of("b"), Set.of(), Map.of()), 5))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("There is no column b");
    }

    @Test
    void givenManyTexts_whenKept_thenRefused() {
        assertThatThrownBy(() -> Preparation.prepare(
                        table(col("name", row -> "Client " + row)),
                        "y",
                        new Columns(Set.of(), Set.of("name"), Map.of()),
                        5))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("can't be kept, it has 120 different texts");
    }

    private record Column(String name, IntFunction<String> cell) {}

    private static Column col(String name, IntFunction<String> cell) {
        return new Column(name, cell);
    }

    private static Table table(Column... given) {
        List<Column> columns = new ArrayList<>(List.of(given));
        columns.add(col("y", OUTCOME));
        List<List<String>> rows = new ArrayList<>();
        for (int row = 0; row < 120; row++) {
            int of = row;
            rows.add(columns.stream().map(column -> column.cell().apply(of)).toList());
        }
        return new Table("t", "", columns.stream().map(Column::name).toList(), rows);
    }
}
