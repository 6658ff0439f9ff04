package io.vigie.pmml;

import io.vigie.pmml.Evaluation.Refused;
import io.vigie.pmml.Evaluation.Scored;
import io.vigie.pmml.Explanation.Unexplained;
import io.vigie.pmml.check.Harmless;
import io.vigie.pmml.compiled.Predictor;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoublePredicate;
import org.jpmml.evaluator.Evaluator;
import org.jspecify.annotations.Nullable;

/** A model in JPMML's evaluator, which may be asked from many threads. */
final class PmmlModel implements Model {

    private static final String ENGINE = Models.engine();

    private static final String NO_ANSWER = "The model gave no probability.";

    private static final String NO_COALITION = "The model gave no probability for a coalition of its inputs.";

    /** What is said of an answer outside of 0 to 1. */
    static final String NO_PROBABILITY = "The model's answer is not a probability.";

    /** How long all coalitions may take where only one person waits for them; whoever scores gives less. */
    static final Duration LIMIT = Duration.ofSeconds(10);

    /** Coalitions between two looks at the clock. */
    private static final int BETWEEN_LOOKS = 64;

    private final ModelId id;
    private final Reference reference;
    private final Evaluator evaluator;
    private final Risk risk;
    private final List<String> inputs;
    private final double[] referenceValues;
    private final Shapley shapley;
    private final @Nullable Predictor predictor;
    private final Duration limit;
    private final Map<String, DoublePredicate> valid;

    /** The probability at the reference point, NaN before somebody asked. */
    private volatile double base = Double.NaN;

    PmmlModel(ModelId id, Reference reference, Evaluator evaluator, Risk risk, List<String> inputs, Duration limit) {
        this(id, reference, evaluator, risk, inputs, limit, null);
    }

    private PmmlModel(
            ModelId id,
            Reference reference,
            Evaluator evaluator,
            Risk risk,
            List<String> inputs,
            Duration limit,
            @Nullable Predictor predictor) {
        this.id = id;
        this.reference = reference;
        this.evaluator = evaluator;
        this.risk = risk;
        this.inputs = List.copyOf(inputs);
        this.referenceValues =
                inputs.stream().mapToDouble(reference.referencePoint()::get).toArray();
        this.shapley = new Shapley(inputs.size());
        this.limit = limit;
        this.predictor = predictor;
        this.valid = ValidNumbers.of(evaluator);
    }

    /** The same, asking the predictor first, and the evaluator for what that doesn't know. */
    PmmlModel with(Predictor quicker) {
        return new PmmlModel(id, reference, evaluator, risk, inputs, limit, quicker);
    }

    /** Whether there is a predictor. */
    boolean isQuick() {
        return predictor != null;
    }

    @Override
    public String name() {
        return id.name();
    }

    @Override
    public int version() {
        return id.version();
    }

    @Override
    public String sha256() {
        return id.sha256();
    }

    @Override
    public String engine() {
        return ENGINE;
    }

    @Override
    public List<String> inputs() {
        return inputs;
    }

    @Override
    public Map<String, Double> referencePoint() {
        return reference.referencePoint();
    }

    @Override
    public Map<String, Range> trainingRanges() {
        return reference.trainingRanges();
    }

    @Override
    public boolean allows(String input, double value) {
        DoublePredicate declared = valid.get(input);
        return declared == null || declared.test(value);
    }

    @Override
    public Evaluation evaluate(Map<String, Double> features) {
        double[] values = new double[inputs.size()];
        for (int input = 0; input < values.length; input++) {
            Double value = features.get(inputs.get(input));
            if (value == null) {
                return new Refused(Harmless.name(inputs.get(input)) + " is missing.");
            }
            if (!Double.isFinite(value)) {
                return new Refused(Harmless.name(inputs.get(input)) + " is not a finite number.");
            }
            values[input] = value;
        }
        double predicted = predictor == null ? Double.NaN : predictor.of(values);
        return Double.isNaN(predicted) ? evaluated(features) : checked(predicted);
    }

    private Evaluation evaluated(Map<String, Double> features) {
        try {
            Number probability = risk.in(evaluator.evaluate(features));
            return probability == null ? new Refused(NO_ANSWER) : checked(probability.doubleValue());
        } catch (Throwable fault) {
            // An Error too: thrown on, a stack overflow would kill the thread of whoever asks.
            return new Refused(Faults.told(fault, evaluator, features));
        }
    }

    private static Evaluation checked(double probability) {
        return probability >= 0 && probability <= 1 ? new Scored(probability) : new Refused(NO_PROBABILITY);
    }

    @Override
    public Explanation explain(Map<String, Double> features) {
        Explanation explanation = explain(features, limit);
        return explanation instanceof Unexplained ? new Explanation.Refused(Deadline.OVER) : explanation;
    }

    @Override
    public Explanation explain(Map<String, Double> features, Duration most) {
        Deadline deadline = Deadline.in(most);
        Evaluation evaluation = evaluate(features);
        if (evaluation instanceof Refused refused) {
            return new Explanation.Refused(refused.reason());
        }
        double probability = ((Scored) evaluation).probability();
        if (most.isZero()) {
            return unexplained(probability);
        }
        double[] values = inputs.stream().mapToDouble(features::get).toArray();
        double @Nullable [] worth = predictor == null ? null : predictedForEach(predictor, values, deadline);
        if (worth == null) {
            worth = askedForEach(values, deadline);
            if (worth == null) {
                return deadline.over() ? unexplained(probability) : new Explanation.Refused(NO_COALITION);
            }
        }
        double[] shares = shapley.shares(worth);
        Map<String, Double> contributions = new LinkedHashMap<>();
        for (int input = 0; input < shares.length; input++) {
            contributions.put(inputs.get(input), shares[input]);
        }
        return new Explanation.Explained(probability, worth[0], contributions);
    }

    private Explanation unexplained(double probability) {
        double known = base;
        if (Double.isNaN(known)) {
            if (!(evaluate(reference.referencePoint()) instanceof Scored scored)) {
                return new Explanation.Refused(NO_COALITION);
            }
            known = scored.probability();
            base = known;
        }
        return new Unexplained(probability, known);
    }

    /** The worth of every coalition; null when the predictor doesn't know that of one, or when the time is over. */
    private double @Nullable [] predictedForEach(Predictor quick, double[] values, Deadline deadline) {
        double[] worth = new double[shapley.coalitions()];
        double[] mixed = referenceValues.clone();
        for (int step = 0; step < worth.length; step++) {
            if (step % BETWEEN_LOOKS == 0 && deadline.over()) {
                return null;
            }
            // Gray's order: from one to the next a single input changes.
            int coalition = step ^ step >> 1;
            if (step > 0) {
                int changed = Integer.numberOfTrailingZeros(step);
                boolean in = (coalition & 1 << changed) != 0;
                mixed[changed] = in ? values[changed] : referenceValues[changed];
            }
            worth[coalition] = quick.of(mixed);
            if (!(worth[coalition] >= 0 && worth[coalition] <= 1)) {
                return null;
            }
        }
        return worth;
    }

    /** The worth of every coalition by the evaluator itself; null when it refuses one, or when the time is over. */
    double @Nullable [] askedForEach(double[] values, Deadline deadline) {
        double[] worth = new double[shapley.coalitions()];
        for (int coalition = 0; coalition < worth.length; coalition++) {
            Map<String, Double> mixed = new LinkedHashMap<>();
            for (int input = 0; input < values.length; input++) {
                boolean in = (coalition & 1 << input) != 0;
                mixed.put(inputs.get(input), in ? values[input] : referenceValues[input]);
            }
            if (deadline.over() || !(evaluated(mixed) instanceof Scored scored)) {
                return null;
            }
            worth[coalition] = scored.probability();
        }
        return worth;
    }
}
