package io.vigie.training.prepare;

import io.vigie.training.Refusal;
import io.vigie.training.readdata.Cells;
import io.vigie.training.readdata.Table;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * The column that is to be foretold, as 0 and 1.
 *
 * @param positive the word that counts as 1
 * @param y 0 or 1 for each row
 */
record Target(String positive, int[] y) {

    private static final Set<String> YES = Set.of("1", "yes", "y", "true");
    private static final Set<String> NO = Set.of("0", "no", "n", "false");
    private static final int NAMED = 5;

    static Target of(Table table, String column) {
        if (!table.columns().contains(column)) {
            throw new Refusal("There is no column " + column + " in " + table.source() + ": give --target one of "
                    + String.join(", ", table.columns()) + ".");
        }
        List<String> cells = table.cells(column);
        int[] y = new int[cells.size()];
        String positive = "1";
        for (int row = 0; row < y.length; row++) {
            String word = word(cells.get(row));
            if (YES.contains(word)) {
                y[row] = 1;
                positive = cells.get(row);
            } else if (!NO.contains(word)) {
                throw notBinary(column, cells);
            }
        }
        return new Target(positive, y);
    }

    /** Lower case, and whole numbers without their decimals: files made by programs write 1.0. */
    private static String word(String cell) {
        String word = cell.toLowerCase(Locale.ROOT);
        if (Cells.isNumber(word) && Double.parseDouble(word) == Math.rint(Double.parseDouble(word))) {
            return Long.toString((long) Double.parseDouble(word));
        }
        return word;
    }

    private static Refusal notBinary(String column, List<String> cells) {
        Set<String> values = new TreeSet<>(cells);
        if (values.contains("")) {
            return new Refusal("The target " + column + " is empty in row " + (cells.indexOf("") + 1)
                    + ": remove the rows whose outcome isn't known.");
        }
        // Of many values each may be somebody's name.
        String some = values.size() > NAMED ? "" : " (" + String.join(", ", values) + ")";
        return new Refusal("The target " + column + " is not binary, it has " + values.size() + " values" + some
                + ": give a column of 0 and 1, no and yes, or false and true.");
    }
}
