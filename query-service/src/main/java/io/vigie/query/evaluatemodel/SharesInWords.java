package io.vigie.query.evaluatemodel;

import io.vigie.contracts.features.ChurnFeatures;
import io.vigie.pmml.AnyModel;
import io.vigie.pmml.Explaining;
import io.vigie.pmml.Reasons;
import io.vigie.pmml.describe.Schema.Input;
import io.vigie.query.knownmodels.KnownVersion;
import io.vigie.query.reasonwords.Effect;
import io.vigie.query.reasonwords.InputFacts;
import io.vigie.query.reasonwords.ReasonWords;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells the shares of explanations against one background: what is usual there is what a value is told beside. */
final class SharesInWords {

    /** A share that is smaller against what it is a share of is what rounding left. */
    private static final double NOTHING = 1e-9;

    private final List<Input> inputs;
    private final ReasonWords words;

    private SharesInWords(List<Input> inputs, ReasonWords words) {
        this.inputs = inputs;
        this.words = words;
    }

    /** @param facts of the version's inputs */
    static SharesInWords of(KnownVersion version, AnyModel model, Explaining how, InputFacts facts, Locale language) {
        List<Input> inputs = model.schema().inputs();
        Map<String, Object> usual = new HashMap<>();
        for (Input input : inputs) {
            Object here = usual(input, how.background());
            if (here != null) {
                usual.put(input.name(), here);
            }
        }
        return new SharesInWords(
                inputs, new ReasonWords(effect(version, model, how.output()), facts.with(usual), language));
    }

    /** Only of the model that scores clients it is known that what it answers is a risk: nothing else becomes a version of it. */
    private static Effect effect(KnownVersion version, AnyModel model, String output) {
        if (version.name().equals(ChurnFeatures.MODEL) && model.isRisk(output)) {
            return Effect.RISK;
        }
        return model.schema().outputs().stream()
                .filter(one -> one.name().equals(output) && one.feature().equals("probability"))
                .findFirst()
                .map(one -> Effect.probability(one.value()))
                .orElseGet(() -> Effect.number(output));
    }

    /** By input; the account manager's isn't told, for the same reason as everywhere. */
    Map<String, String> of(Map<String, ? extends @Nullable Object> record, Reasons.Explained explained) {
        double scale = Math.max(Math.abs(explained.value()), Math.abs(explained.base()));
        for (double share : explained.shares().values()) {
            scale = Math.max(scale, Math.abs(share));
        }
        Map<String, String> told = new LinkedHashMap<>();
        for (Input input : inputs) {
            String name = input.name();
            double share = explained.shares().getOrDefault(name, 0.0);
            if (Math.abs(share) > NOTHING * scale && !name.equals(io.vigie.contracts.score.Reasons.NEVER_LISTED)) {
                told.put(name, words.of(name, read(input, record.get(name)), share));
            }
        }
        return told;
    }

    /** The mean of the numbers that are there, or the most frequent of anything else, the first among equals. */
    private static @Nullable Object usual(Input input, List<Map<String, Object>> background) {
        Map<Object, Integer> counts = new LinkedHashMap<>();
        double sum = 0;
        int numbers = 0;
        for (Map<String, Object> record : background) {
            Object value = read(input, record.get(input.name()));
            if (value instanceof Double number) {
                sum += number;
                numbers++;
            } else if (value != null) {
                counts.merge(value, 1, Integer::sum);
            }
        }
        if (numbers > 0) {
            return sum / numbers;
        }
        return counts.isEmpty()
                ? null
                : Collections.max(counts.entrySet(), Map.Entry.comparingByValue())
                        .getKey();
    }

    /** As people would say it: a number if it can be counted, a number that stands for a category as a text; null is missing. */
    private static @Nullable Object read(Input input, @Nullable Object given) {
        if (given instanceof String text
                && (text.isEmpty() || input.missingMarks().contains(text))) {
            return null;
        }
        boolean counted = input.numeric() && input.optype().equals("continuous");
        if (given instanceof Number number) {
            double value = number.doubleValue();
            return counted
                    ? (Object) value
                    : value == Math.rint(value) ? String.format(Locale.ROOT, "%.0f", value) : given.toString();
        }
        try {
            return counted && given instanceof String text ? Double.valueOf(text.trim()) : given;
        } catch (NumberFormatException notANumber) {
            return given;
        }
    }
}
