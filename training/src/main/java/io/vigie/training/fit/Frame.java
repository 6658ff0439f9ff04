package io.vigie.training.fit;

import io.vigie.training.prepare.Feature;
import io.vigie.training.prepare.Feature.Numbers;
import io.vigie.training.prepare.TrainingSet;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The rows as Spark has them: the features, the target, the row's number, and in which fold of each cut it is. */
final class Frame {

    static final String ROW = "vigie_row";

    /** Up to here one part: sums of doubles then have one order, and every run the same last bit. */
    private static final int ROWS_IN_ONE_PART = 100_000;

    private Frame() {}

    static StructType schema(TrainingSet set) {
        StructType schema = new StructType();
        for (Feature feature : set.features()) {
            schema = schema.add(
                    feature.name(), feature instanceof Numbers ? DataTypes.DoubleType : DataTypes.StringType);
        }
        return schema.add(set.target(), DataTypes.IntegerType);
    }

    /** The column that says in which inner fold of this cut a row is. */
    static String cut(int repeat, int fold) {
        return "vigie_cut_" + repeat + "_" + fold;
    }

    static final String CUT_OF_ALL = "vigie_cut";

    static Dataset<Row> of(SparkSession spark, TrainingSet set, FoldPlan plan) {
        StructType schema = schema(set).add(ROW, DataTypes.IntegerType).add(CUT_OF_ALL, DataTypes.IntegerType);
        for (int repeat = 0; repeat < plan.repeats(); repeat++) {
            for (int fold = 0; fold < plan.folds(); fold++) {
                schema = schema.add(cut(repeat, fold), DataTypes.IntegerType);
            }
        }
        List<Row> rows = new ArrayList<>();
        for (int row = 0; row < set.rows(); row++) {
            List<Object> cells = new ArrayList<>();
            for (Feature feature : set.features()) {
                cells.add(cell(feature).apply(row));
            }
            cells.add(set.y()[row]);
            cells.add(row);
            cells.add(plan.all()[row]);
            for (int[][] cuts : plan.inner()) {
                for (int[] cut : cuts) {
                    cells.add(cut[row]);
                }
            }
            rows.add(RowFactory.create(cells.toArray()));
        }
        Dataset<Row> frame = spark.createDataFrame(rows, schema);
        return (set.rows() <= ROWS_IN_ONE_PART
                        ? frame.coalesce(1)
                        : frame.repartition(spark.sparkContext().defaultParallelism()))
                .cache();
    }

    private static IntFunction<Object> cell(Feature feature) {
        return feature instanceof Numbers numbers
                ? row -> numbers.values()[row]
                : row -> ((Feature.Categories) feature).values()[row];
    }
}
