package io.vigie.training.prepare;

import io.vigie.training.readdata.Cells;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the cells of a column look like. */
record Look(boolean number, boolean whole, boolean date, int distinct, int present, int rows) {

    private static final int MOST_CATEGORIES = 50;
    private static final int ENOUGH_TO_TELL = 50;
    private static final int ENOUGH_WORDS = 10;
    private static final double MOSTLY = 0.95;

    static Look at(List<String> cells) {
        Set<String> distinct = new HashSet<>(cells);
        distinct.remove("");
        List<String> present = cells.stream().filter(cell -> !cell.isEmpty()).toList();
        boolean number = present.stream().allMatch(Cells::isNumber);
        return new Look(
                number,
                number
                        && present.stream()
                                .mapToDouble(Double::parseDouble)
                                .allMatch(value -> value == Math.rint(value)),
                present.stream().filter(Cells::isDate).count() >= MOSTLY * present.size(),
                distinct.size(),
                present.size(),
                cells.size());
    }

    /** An empty cell is a word of its own, but no number. */
    boolean constant() {
        return distinct <= 1 && (number || present == rows);
    }

    boolean manyWords() {
        return !number && distinct > MOST_CATEGORIES;
    }

    /** Why models shouldn't learn from such a column, or nothing. */
    String objection() {
        if (present == 0) {
            return "it is empty";
        }
        if (present < (1 - MOSTLY) * rows) {
            return "it is empty in %d of %d rows".formatted(rows - present, rows);
        }
        if (!number && date) {
            return "it is a date, which no model here can read";
        }
        if (whole && distinct == present && present >= ENOUGH_TO_TELL) {
            return "every row has another whole number, so it identifies somebody";
        }
        if (!number && distinct * 2 > present && present >= ENOUGH_WORDS) {
            return "nearly every row has another text (%d in %d), so it identifies somebody or is free text"
                    .formatted(distinct, present);
        }
        return manyWords()
                ? "it has %d different texts, more than the %d that are taken for categories"
                        .formatted(distinct, MOST_CATEGORIES)
                : "";
    }
}
