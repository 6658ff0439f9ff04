package io.vigie.training.fit;

import io.vigie.training.prepare.TrainingSet;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** Asks a fitted model about rows that are in no file. */
public final class Transforming {

    private Transforming() {}

    /** The columns that models are fitted on, with Spark's types. */
    public static StructType schema(TrainingSet set) {
        return Frame.schema(set);
    }

    /**
     * The probability for each row.
     *
     * @param rows cells in the order of the features, numbers as Double, words as String
     */
    public static double[] probabilities(Engine engine, TrainingSet set, PipelineModel model, List<List<Object>> rows) {
        List<Row> told = rows.stream()
                .map(row -> {
                    List<Object> cells = new ArrayList<>(row);
                    cells.add(0);
                    return RowFactory.create(cells.toArray());
                })
                .toList();
        SparkSession spark = engine.session();
        return model
                .transform(spark.createDataFrame(told, Frame.schema(set)).coalesce(1))
                .select(set.target(), "probability")
                .collectAsList()
                .stream()
                .mapToDouble(Choosing::probability)
                .toArray();
    }
}
