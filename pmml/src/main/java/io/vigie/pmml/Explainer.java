package io.vigie.pmml;

import io.vigie.pmml.describe.Schema;
import io.vigie.pmml.describe.Schema.Input;
import io.vigie.pmml.explain.Game;
import io.vigie.pmml.explain.SampledShapley;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Explains a model's numbers by Shapley values: exactly while every coalition can be asked for, else from a sample. */
final class Explainer {

    /** Coalitions times background records up to which all of them are asked for. */
    private static final int MOST_QUESTIONS = 500_000;

    private static final String NO_COALITION =
            "The model gives no answer to a mixture of the record and its background.";

    private final AnyAsked model;
    private final List<String> inputs;
    private final List<String> outputs;

    /** What is asked of a model to explain it. */
    private record AnyAsked(EvaluatedModel model) {
        double worth(Map<String, ?> record, String output) {
            return model.evaluate(record) instanceof Answer.Given given
                            && given.outputs().get(output) instanceof Number number
                    ? number.doubleValue()
                    : Double.NaN;
        }
    }

    Explainer(EvaluatedModel model) {
        this.model = new AnyAsked(model);
        Schema schema = model.schema();
        this.inputs = schema.inputs().stream().map(Input::name).toList();
        this.outputs = numbers(schema);
    }

    List<String> outputs() {
        return outputs;
    }

    /** Of a classification its probabilities, else all numbers; declared ones first. */
    private static List<String> numbers(Schema schema) {
        boolean classification = schema.function().equals("classification");
        List<String> names = new ArrayList<>();
        for (boolean synthetic : new boolean[] {false, true}) {
            for (Schema.Output output : schema.outputs()) {
                boolean number = classification
                        ? output.feature().equals("probability")
                        : isNumber(output, schema)
                                && (output.feature().equals("predictedValue")
                                        || output.feature().equals("transformedValue"));
                if (number && output.synthetic() == synthetic) {
                    names.add(output.name());
                }
            }
        }
        return List.copyOf(names);
    }

    private static boolean isNumber(Schema.Output output, Schema schema) {
        String type = output.dataType();
        if (type == null) {
            return schema.function().equals("regression");
        }
        return type.equals("double") || type.equals("float") || type.equals("integer");
    }

    Reasons explain(Map<String, ?> record, Explaining how) {
        if (!outputs.contains(how.output())) {
            return new Reasons.Refused("The model has no output of that name that is a number to explain.");
        }
        if (model.model().evaluate(record) instanceof Answer.Refused refused) {
            return new Reasons.Refused(refused.reason());
        }
        double value = model.worth(record, how.output());
        int rows = how.background().size();
        Deadline deadline = Deadline.in(how.limit());
        boolean[] late = new boolean[1];
        Game game = (in, row) -> {
            late[0] = late[0] || deadline.over() || Thread.currentThread().isInterrupted();
            return late[0]
                    ? Double.NaN
                    : model.worth(mixed(record, how.background().get(row), in), how.output());
        };
        boolean exact = inputs.size() <= Shapley.MOST_PLAYERS && (long) rows << inputs.size() <= MOST_QUESTIONS;
        Optional<SampledShapley.Shares> shares = exact
                ? exact(game, rows)
                : SampledShapley.of(
                        game,
                        inputs.size(),
                        rows,
                        how.pairs(),
                        seed(record),
                        (player, row) -> Objects.equals(
                                record.get(inputs.get(player)),
                                how.background().get(row).get(inputs.get(player))));
        if (shares.isEmpty()) {
            return new Reasons.Refused(late[0] ? Deadline.OVER : NO_COALITION);
        }
        return new Reasons.Explained(
                how.output(),
                value,
                shares.get().base(),
                named(shares.get().values()),
                exact ? Map.of() : named(shares.get().standardErrors()),
                model.model().reasonCodes(record));
    }

    private Optional<SampledShapley.Shares> exact(Game game, int rows) {
        if (inputs.isEmpty()) {
            double worth = game.worth(new boolean[0], 0);
            return Optional.of(new SampledShapley.Shares(worth, new double[0], new double[0]));
        }
        Shapley shapley = new Shapley(inputs.size());
        double[] worth = new double[shapley.coalitions()];
        boolean[] in = new boolean[inputs.size()];
        for (int coalition = 0; coalition < worth.length; coalition++) {
            for (int player = 0; player < in.length; player++) {
                in[player] = (coalition & 1 << player) != 0;
            }
            for (int row = 0; row < rows && !Double.isNaN(worth[coalition]); row++) {
                worth[coalition] += game.worth(in, row) / rows;
            }
            if (!Double.isFinite(worth[coalition])) {
                return Optional.empty();
            }
        }
        return Optional.of(new SampledShapley.Shares(worth[0], shapley.shares(worth), new double[in.length]));
    }

    private Map<String, Object> mixed(Map<String, ?> record, Map<String, Object> background, boolean[] in) {
        Map<String, Object> mixed = new LinkedHashMap<>();
        for (int player = 0; player < in.length; player++) {
            String name = inputs.get(player);
            Object value = in[player] ? record.get(name) : background.get(name);
            if (value != null) {
                mixed.put(name, value);
            }
        }
        return mixed;
    }

    private Map<String, Double> named(double[] values) {
        Map<String, Double> named = new LinkedHashMap<>();
        for (int player = 0; player < values.length; player++) {
            named.put(inputs.get(player), values[player]);
        }
        return named;
    }

    /** From the record alone, so that the same record gets the same answer; FNV-1a over its values as texts. */
    private long seed(Map<String, ?> record) {
        long hash = 0xcbf29ce484222325L;
        for (String name : inputs) {
            String text = name + '=' + record.get(name) + '\n';
            for (int index = 0; index < text.length(); index++) {
                hash = (hash ^ text.charAt(index)) * 0x100000001b3L;
            }
        }
        return hash;
    }
}
