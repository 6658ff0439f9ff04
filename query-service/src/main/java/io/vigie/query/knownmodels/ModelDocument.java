package io.vigie.query.knownmodels;

import io.vigie.contracts.model.ModelArtefact.Limits;
import io.vigie.pmml.Range;
import io.vigie.pmml.Reference;
import io.vigie.query.platform.Wire;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A document with what is kept beside it.
 *
 * @param bytes as it was uploaded; nobody changes them
 * @param referencePoint for each input a number or a text; empty when nobody knows
 * @param trainingRanges of the inputs that are numbers; empty when nobody knows
 * @param card null for none
 */
public record ModelDocument(
        String name,
        int version,
        byte[] bytes,
        Map<String, Object> referencePoint,
        Map<String, Limits> trainingRanges,
        @Nullable JsonNode card) {

    static ModelDocument read(ResultSet row, int index) throws SQLException {
        Map<String, Object> point = new LinkedHashMap<>();
        Wire.tree(row.getString("reference_point"))
                .properties()
                .forEach(one -> point.put(one.getKey(), plain(one.getValue())));
        Map<String, Limits> ranges = new LinkedHashMap<>();
        Wire.tree(row.getString("training_ranges"))
                .properties()
                .forEach(one -> ranges.put(
                        one.getKey(),
                        new Limits(
                                one.getValue().path("min").doubleValue(0),
                                one.getValue().path("max").doubleValue(0))));
        String card = row.getString("card");
        return new ModelDocument(
                row.getString("model_name"),
                row.getInt("version"),
                row.getBytes("document"),
                point,
                ranges,
                card == null ? null : Wire.tree(card));
    }

    private static Object plain(JsonNode value) {
        if (value.isNumber()) {
            return value.doubleValue();
        }
        return value.isBoolean() ? (Object) value.booleanValue() : value.asString("");
    }

    /** Of the inputs that are numbers. */
    Reference reference() {
        Map<String, Double> point = new LinkedHashMap<>();
        Map<String, Range> ranges = new LinkedHashMap<>();
        trainingRanges.forEach((input, range) -> {
            if (referencePoint.get(input) instanceof Double mean && range.min() <= range.max()) {
                point.put(input, mean);
                ranges.put(input, new Range(range.min(), range.max()));
            }
        });
        return new Reference(point, ranges);
    }
}
