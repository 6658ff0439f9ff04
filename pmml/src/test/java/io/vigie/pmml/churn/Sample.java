package io.vigie.pmml.churn;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What a model is fitted on.
 *
 * @param x one row per client, one column per name
 * @param y 1 for each client that left, else 0
 */
record Sample(List<String> names, double[][] x, int[] y) {

    private static final List<String> CHURN_FEATURES =
            List.of("Age", "Total_Purchase", "Account_Manager", "Years", "Num_Sites");

    static Sample churn(Path csv) throws IOException {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(csv)) {
            List<NamedCsvRecord> rows = reader.stream().toList();
            return new Sample(
                    CHURN_FEATURES,
                    rows.stream()
                            .map(row -> CHURN_FEATURES.stream()
                                    .mapToDouble(name -> Double.parseDouble(row.getField(name)))
                                    .toArray())
                            .toArray(double[][]::new),
                    rows.stream()
                            .mapToInt(row -> Integer.parseInt(row.getField("Churn")))
                            .toArray());
        }
    }

    int size() {
        return y.length;
    }

    double[] column(int index) {
        double[] column = new double[size()];
        for (int row = 0; row < column.length; row++) {
            column[row] = x[row][index];
        }
        return column;
    }

    Sample only(List<Integer> rows) {
        return new Sample(
                names,
                rows.stream().map(row -> x[row]).toArray(double[][]::new),
                rows.stream().mapToInt(row -> y[row]).toArray());
    }
}
