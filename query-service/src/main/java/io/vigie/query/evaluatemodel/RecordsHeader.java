package io.vigie.query.evaluatemodel;

import io.vigie.pmml.describe.Schema;
import io.vigie.web.Rejected;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The first row of a file.
 *
 * @param columns as they were sent
 * @param inputs where each input of the model stands; those that are missing aren't in it
 * @param outputs names of the model's outputs
 */
record RecordsHeader(List<String> columns, Map<String, Integer> inputs, List<String> outputs) {

    private static final String PROBLEM = "problem";
    private static final String FORMULA = "=+-@\t\r";

    /**
     * Finds the model's inputs among the columns.
     *
     * @throws Rejected 422 when two columns have one name, or none is an input
     */
    static RecordsHeader of(List<String> columns, Schema schema) {
        Set<String> seen = new HashSet<>();
        for (String column : columns) {
            if (!column.isBlank() && !seen.add(column)) {
                throw header("Two columns have one name: leave one of them out, or name it otherwise.");
            }
        }
        Map<String, Integer> inputs = new LinkedHashMap<>();
        schema.inputs().stream()
                .map(Schema.Input::name)
                .filter(seen::contains)
                .forEach(input -> inputs.put(input, columns.indexOf(input)));
        if (inputs.isEmpty() && !schema.inputs().isEmpty()) {
            throw header("No column is an input of the model: the first row must name the inputs as the model does,"
                    + " separated by commas.");
        }
        return new RecordsHeader(
                columns,
                inputs,
                schema.outputs().stream().map(Schema.Output::name).toList());
    }

    static Rejected header(String detail) {
        return Rejected.unprocessable("bad-header", "Bad header", detail);
    }

    /** The first row of the answer. An output that is named as a column that was sent is told apart from it. */
    List<String> answered() {
        List<String> names = new ArrayList<>(columns);
        outputs.forEach(output -> names.add(apart(noFormula(output))));
        names.add(apart(PROBLEM));
        return names;
    }

    /** A text of the model that is none to whoever opens the file. */
    static String noFormula(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private String apart(String name) {
        return columns.contains(name) ? name + " (model)" : name;
    }

    /** The inputs of a row; those that are missing are absent. */
    Map<String, String> given(List<String> row) {
        Map<String, String> given = new LinkedHashMap<>();
        inputs.forEach((input, column) -> given.put(input, row.get(column)));
        return given;
    }
}
