package io.vigie.training.prepare;

import io.vigie.training.Refusal;
import io.vigie.training.prepare.Feature.Categories;
import io.vigie.training.prepare.Feature.Numbers;
import io.vigie.training.readdata.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** From a table to what models learn from. */
public final class Preparation {

    /** Spark reads a dot as "field of", names columns of its own, and the document has an output of that name. */
    private static final Pattern UNUSABLE =
            Pattern.compile(".*[.`].*|probability|prediction|rawPrediction|vigie_.*", Pattern.CASE_INSENSITIVE);

    private Preparation() {}

    /**
     * Types the columns and leaves out what a model must not learn from.
     *
     * @param target the column to be foretold
     * @param folds how many parts the rows will be cut into
     * @throws Refusal when there is no such target, it isn't binary, a class is absent or too small, or no column is left
     */
    public static TrainingSet prepare(Table table, String target, Columns said, int folds) {
        said.named().forEach(name -> {
            if (!table.columns().contains(name)) {
                throw new Refusal("There is no column " + name + " in " + table.source()
                        + ": --drop, --keep and --unit take " + String.join(", ", table.columns()) + ".");
            }
        });
        Target outcome = Target.of(table, target);
        mustBeUsable(target, "");
        List<Feature> features = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>();
        for (String column : table.columns()) {
            if (!column.equals(target)) {
                String objection = objection(table, column, said);
                if (objection.isEmpty()) {
                    features.add(feature(table, column));
                } else {
                    leftOut.add(new LeftOut(column, objection));
                }
            }
        }
        if (features.isEmpty()) {
            throw new Refusal("No column of " + table.source() + " is left to learn from: name some by --keep.");
        }
        TrainingSet set = new TrainingSet(target, outcome.positive(), features, leftOut, outcome.y());
        mustSuffice(set, folds);
        return set;
    }

    private static String objection(Table table, String column, Columns said) {
        if (said.drop().contains(column)) {
            return "--drop says so";
        }
        Look look = Look.at(table.cells(column));
        boolean kept = said.keep().contains(column);
        if (kept && look.manyWords()) {
            throw new Refusal("The column " + column + " can't be kept, it has " + look.distinct()
                    + " different texts: group them before, or leave it out.");
        }
        String objection = kept ? "" : look.objection();
        if (objection.isEmpty()) {
            mustBeUsable(column, ", or leave it out by --drop");
        }
        return objection.isEmpty() && look.constant()
                ? look.present() == look.rows() ? "it has the same value everywhere" : "it has one value or is empty"
                : objection;
    }

    private static void mustBeUsable(String column, String otherwise) {
        if (UNUSABLE.matcher(column).matches()) {
            throw new Refusal("The column " + column + " can't be used under this name: rename it (no dot, no backtick,"
                    + " not probability, prediction, rawPrediction or vigie_…)" + otherwise + ".");
        }
    }

    private static Feature feature(Table table, String column) {
        List<String> cells = table.cells(column);
        if (Look.at(cells).number()) {
            return new Numbers(
                    column,
                    cells.stream()
                            .mapToDouble(cell -> cell.isEmpty() ? Double.NaN : Double.parseDouble(cell))
                            .toArray());
        }
        return new Categories(
                column,
                cells.stream()
                        .map(cell -> cell.isEmpty() ? Categories.NONE : cell)
                        .toArray(String[]::new));
    }

    private static void mustSuffice(TrainingSet set, int folds) {
        int positives = set.positives();
        int rarer = Math.min(positives, set.rows() - positives);
        if (rarer == 0) {
            throw new Refusal("All rows have the same outcome in " + set.target()
                    + ": there is nothing to tell apart, bring rows of both.");
        }
        if (rarer < 2 * folds) {
            throw new Refusal(
                    "Of %d rows only %d are %s, too few for %d folds: bring at least %d, or ask for fewer --folds."
                            .formatted(
                                    set.rows(), rarer, rarer == positives ? "positive" : "negative", folds, 2 * folds));
        }
    }
}
