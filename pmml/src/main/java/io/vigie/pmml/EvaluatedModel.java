package io.vigie.pmml;

import io.vigie.pmml.Records.Prepared;
import io.vigie.pmml.describe.Schema;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jpmml.evaluator.Computable;
import org.jpmml.evaluator.EvaluatorUtil;
import org.jpmml.evaluator.HasProbability;
import org.jpmml.evaluator.HasReasonCodeRanking;
import org.jpmml.evaluator.ModelEvaluator;
import org.jpmml.evaluator.OutputField;
import org.jpmml.evaluator.TargetField;
import org.jspecify.annotations.Nullable;

/** A model of any kind in JPMML's evaluator, which may be asked from many threads. */
final class EvaluatedModel implements AnyModel {

    private static final String ENGINE = Models.engine();

    private final String sha256;
    private final ModelEvaluator<?> evaluator;
    private final Schema schema;
    private final Records records;
    private final boolean probabilities;
    private final Explainer explainer;
    private final @Nullable String risk;

    EvaluatedModel(String sha256, ModelEvaluator<?> evaluator, Schema schema) {
        this.sha256 = sha256;
        this.evaluator = evaluator;
        this.schema = schema;
        this.records = new Records(schema);
        this.probabilities = schema.function().equals("classification")
                && schema.outputs().stream()
                        .noneMatch(output -> output.feature().equals("probability") && !output.synthetic());
        this.explainer = new Explainer(this);
        this.risk = risk(evaluator);
    }

    private static @Nullable String risk(ModelEvaluator<?> evaluator) {
        try {
            return Risk.of(evaluator).output();
        } catch (ModelRefused none) {
            return null;
        }
    }

    @Override
    public String sha256() {
        return sha256;
    }

    @Override
    public String engine() {
        return ENGINE;
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public List<String> explainable() {
        return explainer.outputs();
    }

    @Override
    public boolean isRisk(String output) {
        return output.equals(risk);
    }

    @Override
    public Answer evaluate(Map<String, ?> record) {
        Asked asked = ask(record);
        return asked instanceof Asked.Got got
                ? answer(got.results())
                : new Answer.Refused(((Asked.Failed) asked).reason());
    }

    @Override
    public Reasons explain(Map<String, ?> record, Explaining how) {
        return explainer.explain(record, how);
    }

    /** The model's own reason codes; empty when it has none. */
    List<String> reasonCodes(Map<String, ?> record) {
        if (ask(record) instanceof Asked.Got got) {
            for (Object value : got.results().values()) {
                if (value instanceof HasReasonCodeRanking ranking) {
                    return ranking.getReasonCodeRanking();
                }
            }
        }
        return List.of();
    }

    private sealed interface Asked {
        record Got(Map<String, ?> results) implements Asked {}

        record Failed(String reason) implements Asked {}
    }

    private Asked ask(Map<String, ?> record) {
        Prepared prepared = records.prepare(record);
        if (prepared instanceof Prepared.Refused refused) {
            return new Asked.Failed(refused.reason());
        }
        Map<String, @Nullable Object> values = ((Prepared.Values) prepared).values();
        try {
            return new Asked.Got(evaluator.evaluate(values));
        } catch (Throwable fault) {
            // An Error too: thrown on, a stack overflow would kill the thread of whoever asks.
            return new Asked.Failed(Faults.told(fault, evaluator, values));
        }
    }

    private Answer answer(Map<String, ?> results) {
        Map<String, Object> outputs = new LinkedHashMap<>();
        for (TargetField target : evaluator.getTargetFields()) {
            Object value = results.get(target.getName());
            if (value == null) {
                return new Answer.Refused("The model gives no answer to this record.");
            }
            String name = target.getName() == null ? SchemaReader.PREDICTION : target.getName();
            String problem = put(outputs, name, decoded(value));
            if (problem == null && probabilities && value instanceof HasProbability distribution) {
                problem = probabilities(outputs, target, distribution);
            }
            if (problem != null) {
                return new Answer.Refused(problem);
            }
        }
        for (OutputField output : evaluator.getOutputFields()) {
            String problem = put(outputs, output.getName(), decoded(results.get(output.getName())));
            if (problem != null) {
                return new Answer.Refused(problem);
            }
        }
        return outputs.isEmpty()
                ? new Answer.Refused("The model gives no answer to this record.")
                : new Answer.Given(outputs);
    }

    /** Of all categories that there are; one that the distribution doesn't have, as nobody voted for it, has 0. */
    private static @Nullable String probabilities(
            Map<String, Object> outputs, TargetField target, HasProbability distribution) {
        Set<Object> categories = new LinkedHashSet<>();
        if (!distribution.getCategories().isEmpty() && target.getCategories() != null) {
            categories.addAll(target.getCategories());
        }
        categories.addAll(distribution.getCategories());
        for (Object category : categories) {
            String problem = put(outputs, SchemaReader.probability(category), distribution.getProbability(category));
            if (problem != null) {
                return problem;
            }
        }
        return null;
    }

    private static @Nullable Object decoded(@Nullable Object value) {
        return value instanceof Computable ? EvaluatorUtil.decode(value) : value;
    }

    /** Why the value can't be told, or null. */
    private static @Nullable String put(Map<String, Object> outputs, String name, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        if (value instanceof Float || value instanceof Double) {
            double number = ((Number) value).doubleValue();
            if (!Double.isFinite(number)) {
                return "The model's answer is not a finite number.";
            }
            outputs.put(name, number);
        } else if (value instanceof Number number) {
            outputs.put(name, number.longValue());
        } else if (value instanceof Boolean || value instanceof String) {
            outputs.put(name, value);
        } else if (value instanceof Collection<?> many) {
            outputs.put(
                    name, String.join(", ", many.stream().map(String::valueOf).toList()));
        } else {
            outputs.put(name, value.toString());
        }
        return null;
    }
}
