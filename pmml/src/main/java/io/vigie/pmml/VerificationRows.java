package io.vigie.pmml;

import io.vigie.pmml.check.Markup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The records with which a document lets its model be verified. */
final class VerificationRows {

    private VerificationRows() {}

    /** Those that have a number for each input. */
    static List<Map<String, Double>> of(Markup root, List<String> inputs) {
        List<Map<String, Double>> rows = new ArrayList<>();
        root.children().stream()
                .flatMap(model -> model.children("ModelVerification"))
                .forEach(verification -> {
                    Map<String, String> columns = columns(verification);
                    verification
                            .children("InlineTable")
                            .flatMap(table -> table.children("row"))
                            .forEach(row -> {
                                Map<String, Double> features = features(row, columns, inputs);
                                if (features.size() == inputs.size()) {
                                    rows.add(features);
                                }
                            });
                });
        return rows;
    }

    /** By field the name of its cells, which may be written with a prefix. */
    private static Map<String, String> columns(Markup verification) {
        Map<String, String> columns = new HashMap<>();
        verification
                .children("VerificationFields")
                .flatMap(fields -> fields.children("VerificationField"))
                .forEach(field -> {
                    String column = field.attribute("column");
                    String name = field.attribute("field");
                    columns.put(name, column.isEmpty() ? name : column.substring(column.indexOf(':') + 1));
                });
        return columns;
    }

    private static Map<String, Double> features(Markup row, Map<String, String> columns, List<String> inputs) {
        Map<String, Double> features = new LinkedHashMap<>();
        for (String input : inputs) {
            row.children(columns.getOrDefault(input, input)).findFirst().ifPresent(cell -> {
                try {
                    features.put(input, Double.valueOf(cell.text().trim()));
                } catch (NumberFormatException notANumber) {
                    // Then the row has no number for each input.
                }
            });
        }
        return features;
    }
}
