package io.vigie.benchmarks.models;

import io.vigie.benchmarks.clients.SampleClient;
import io.vigie.benchmarks.load.Outcome;
import io.vigie.benchmarks.process.Contender;
import io.vigie.contracts.features.ChurnFeatures;
import io.vigie.contracts.features.ClientFacts;
import io.vigie.contracts.score.Band;
import io.vigie.contracts.score.Bands;
import io.vigie.contracts.score.Reasons;
import io.vigie.pmml.Evaluation.Scored;
import io.vigie.pmml.Explanation.Explained;
import io.vigie.pmml.Model;
import io.vigie.pmml.Models;
import io.vigie.pmml.Reference;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.jpmml.evaluator.Evaluator;
import org.jpmml.evaluator.LoadingModelEvaluatorBuilder;

/** Asks a model about the same thousand clients over and over. Asked {@code MILLIS} it does so for that long. */
public final class AskedModel {

    private static final int CLIENTS = 1_024;
    private static final int TREES = 100;
    private static final int DEPTH = 5;
    private static final Bands BANDS = new Bands(0.3, 0.6);
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final Model churn = Models.committed("churn", 1);
    private final List<ClientFacts> facts = IntStream.range(0, CLIENTS)
            .mapToObj(number -> ClientFacts.of(new SampleClient(number).registered("c" + number), NOW))
            .toList();
    private final List<Map<String, Double>> features = facts.stream()
            .map(client -> ChurnFeatures.named(ChurnFeatures.at(client, NOW)))
            .toList();

    private double sum;

    private AskedModel() {}

    /** Takes what is asked: see {@link ScoringStep}. */
    public static void main(String[] args) throws Exception {
        AskedModel asked = new AskedModel();
        IntToDoubleFunction question = asked.question(args[0]);
        Contender.serve(words -> asked.turn(question, Long.parseLong(words.get(0)) * 1_000_000));
    }

    private List<Object> turn(IntToDoubleFunction question, long nanos) {
        long count = 0;
        long start = System.nanoTime();
        while (System.nanoTime() - start < nanos) {
            for (int client = 0; client < CLIENTS; client++) {
                sum += question.applyAsDouble(client);
            }
            count += CLIENTS;
        }
        Outcome outcome = new Outcome(count, System.nanoTime() - start);
        // Said, so that nothing is asked in vain.
        return List.of(outcome.count(), outcome.nanos(), sum);
    }

    private IntToDoubleFunction question(String what) throws Exception {
        return switch (what) {
            case ScoringStep.STEP -> this::step;
            case ScoringStep.WITH_REASONS -> this::stepWithReasons;
            case ScoringStep.LOGISTIC -> client -> probability(churn, features.get(client));
            case ScoringStep.EVALUATOR -> bare(document());
            case ScoringStep.FOREST -> {
                Model forest = Models.uploaded(
                        "forest", 1, forest(), new Reference(churn.referencePoint(), churn.trainingRanges()));
                yield client -> probability(forest, features.get(client));
            }
            case ScoringStep.FOREST_EVALUATOR -> bare(forest());
            default -> throw new IllegalArgumentException(what);
        };
    }

    /** From what is known of a client to its risk and its band. */
    private double step(int client) {
        Map<String, Double> named = ChurnFeatures.named(ChurnFeatures.at(facts.get(client), NOW));
        double probability = probability(churn, named);
        return probability + value(BANDS.of(probability));
    }

    private double stepWithReasons(int client) {
        Map<String, Double> named = ChurnFeatures.named(ChurnFeatures.at(facts.get(client), NOW));
        Explained explained = (Explained) churn.explain(named);
        Reasons reasons = Reasons.of(explained.contributions(), named);
        return explained.probability()
                + value(BANDS.of(explained.probability()))
                + reasons.listed().size();
    }

    private static int value(Band band) {
        return band == Band.HIGH ? 2 : 1;
    }

    private static double probability(Model model, Map<String, Double> features) {
        return ((Scored) model.evaluate(features)).probability();
    }

    private IntToDoubleFunction bare(byte[] document) throws Exception {
        Evaluator evaluator = new LoadingModelEvaluatorBuilder()
                .load(new ByteArrayInputStream(document))
                .build();
        String output = evaluator.getOutputFields().get(0).getName();
        return client -> ((Number) Objects.requireNonNull(
                        evaluator.evaluate(features.get(client)).get(output)))
                .doubleValue();
    }

    private byte[] forest() {
        return ForestDocument.of(churn, TREES, DEPTH);
    }

    private static byte[] document() throws Exception {
        try (InputStream stream = Models.class.getResourceAsStream("/pmml/churn/1/model.pmml")) {
            return Objects.requireNonNull(stream).readAllBytes();
        }
    }
}
