package io.vigie.pmml;

import io.vigie.pmml.check.DocumentCheck;
import io.vigie.pmml.check.Harmless;
import io.vigie.pmml.describe.Schema;
import java.util.ArrayList;
import java.util.List;
import org.dmg.pmml.Application;
import org.dmg.pmml.DataField;
import org.dmg.pmml.Field;
import org.dmg.pmml.Header;
import org.dmg.pmml.InvalidValueTreatmentMethod;
import org.dmg.pmml.MiningField;
import org.dmg.pmml.MiningFunction;
import org.dmg.pmml.MissingValueTreatmentMethod;
import org.dmg.pmml.ResultFeature;
import org.dmg.pmml.Value;
import org.jpmml.evaluator.InputField;
import org.jpmml.evaluator.ModelEvaluator;
import org.jpmml.evaluator.OutputField;
import org.jpmml.evaluator.TargetField;
import org.jspecify.annotations.Nullable;

/** Reads the schema of a model from its evaluator. */
final class SchemaReader {

    /** What a prediction is called when the document gives it no name. */
    static final String PREDICTION = "prediction";

    private SchemaReader() {}

    static Schema read(Engine.Built built, DocumentCheck.Passed passed) {
        ModelEvaluator<?> evaluator = built.evaluator();
        Header header = built.document().getHeader();
        Application application = header == null ? null : header.getApplication();
        List<Schema.Target> targets = new ArrayList<>();
        evaluator.getTargetFields().forEach(field -> targets.add(target(field)));
        return new Schema(
                passed.modelType(),
                evaluator.getMiningFunction().value(),
                shown(evaluator.getModel().getModelName()),
                passed.version(),
                application == null ? null : shown(application.getName()),
                application == null ? null : shown(application.getVersion()),
                passed.elements(),
                evaluator.getInputFields().stream().map(SchemaReader::input).toList(),
                targets,
                outputs(evaluator, targets));
    }

    private static Schema.Input input(InputField field) {
        MiningField mining = field.getMiningField();
        List<String> values = new ArrayList<>();
        List<String> marks = new ArrayList<>();
        List<Schema.Interval> intervals = new ArrayList<>();
        Field<?> declared = field.getField();
        if (declared instanceof DataField data) {
            for (Value value : data.getValues()) {
                List<String> list =
                        switch (value.getProperty()) {
                            case VALID -> values;
                            case MISSING -> marks;
                            case INVALID -> new ArrayList<>();
                        };
                list.add(String.valueOf(value.requireValue()));
            }
            data.getIntervals()
                    .forEach(interval -> intervals.add(new Schema.Interval(
                            interval.requireClosure().value(),
                            number(interval.getLeftMargin()),
                            number(interval.getRightMargin()))));
        }
        InvalidValueTreatmentMethod invalid = mining.getInvalidValueTreatment();
        MissingValueTreatmentMethod missing = mining.getMissingValueTreatment();
        return new Schema.Input(
                field.getName(),
                field.getDataType().value(),
                field.getOpType().value(),
                values,
                marks,
                intervals,
                invalid.value(),
                text(mining.getInvalidValueReplacement()),
                missing == null ? null : missing.value(),
                text(mining.getMissingValueReplacement()),
                mining.getOutlierTreatment().value(),
                number(mining.getLowValue()),
                number(mining.getHighValue()),
                false);
    }

    private static Schema.Target target(TargetField field) {
        List<Object> categories = field.getCategories();
        return new Schema.Target(
                field.getName() == null ? PREDICTION : field.getName(),
                field.getDataType().value(),
                field.getOpType().value(),
                categories == null
                        ? List.of()
                        : categories.stream().map(String::valueOf).toList());
    }

    private static List<Schema.Output> outputs(ModelEvaluator<?> evaluator, List<Schema.Target> targets) {
        List<Schema.Output> outputs = new ArrayList<>();
        for (Schema.Target target : targets) {
            outputs.add(new Schema.Output(target.name(), target.dataType(), "predictedValue", null, true));
        }
        boolean probabilities = false;
        for (OutputField field : evaluator.getOutputFields()) {
            ResultFeature feature = field.getField().getResultFeature();
            probabilities |= feature == ResultFeature.PROBABILITY;
            outputs.removeIf(output -> output.name().equals(field.getName()));
            outputs.add(new Schema.Output(
                    field.getName(),
                    field.getField().getDataType() == null
                            ? null
                            : field.getField().getDataType().value(),
                    feature.value(),
                    text(field.getField().getValue()),
                    false));
        }
        if (!probabilities && evaluator.getMiningFunction() == MiningFunction.CLASSIFICATION && targets.size() == 1) {
            for (String category : targets.get(0).categories()) {
                outputs.add(new Schema.Output(probability(category), "double", "probability", category, true));
            }
        }
        return outputs;
    }

    static String probability(Object category) {
        return "probability(" + category + ")";
    }

    private static @Nullable String shown(@Nullable String text) {
        return text == null ? null : Harmless.text(text);
    }

    private static @Nullable Double number(@Nullable Number number) {
        return number == null || !Double.isFinite(number.doubleValue()) ? null : number.doubleValue();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : String.valueOf(value);
    }
}
