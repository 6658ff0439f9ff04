package io.vigie.pmml.churn;

import io.vigie.contracts.sketch.Sketch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fits the churn model and writes model.pmml, reference.json, distributions.json and metrics.md. From the project's root:
 *
 * <pre>mvn -q -pl pmml test-compile exec:java -Dexec.args="DATA/churn/customer_churn.csv FOLDER"</pre>
 */
final class FitChurnModel {

    static final long SEED = 42;

    static final CrossValidation VALIDATION = new CrossValidation(5, 5, SEED);

    private FitChurnModel() {}

    /** Takes the CSV file and the folder to write to. */
    public static void main(String[] args) throws IOException {
        Path csv = Path.of(args[0]);
        Path folder = Path.of(args[1]);
        Sample sample = Sample.churn(csv);
        ChurnDocument document = new ChurnDocument(sample, LogisticRegression.fit(sample));
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("model.pmml"), document.pmml());
        Files.writeString(
                folder.resolve("reference.json"),
                JsonMapper.builder()
                                .enable(SerializationFeature.INDENT_OUTPUT)
                                .build()
                                .writeValueAsString(document.reference())
                        + "\n");
        Files.writeString(
                folder.resolve("distributions.json"),
                JsonMapper.shared().writeValueAsString(distributions(sample)) + "\n");
        Files.writeString(folder.resolve("metrics.md"), metrics(csv, sample));
    }

    /** Of the inputs, and of the probabilities of rows that the model hadn't seen: part of the version's card. */
    private static Map<String, Object> distributions(Sample sample) {
        Map<String, Object> distributions = new LinkedHashMap<>();
        distributions.put(
                "inputs",
                IntStream.range(0, sample.names().size())
                        .mapToObj(input -> {
                            Map<String, Object> told = new LinkedHashMap<>();
                            told.put("name", sample.names().get(input));
                            told.put("sketch", Sketch.of(sample.column(input)));
                            return told;
                        })
                        .toList());
        distributions.put("scores", Sketch.of(VALIDATION.outOfFold(sample)));
        return distributions;
    }

    private static String metrics(Path csv, Sample sample) throws IOException {
        List<Quality> folds = VALIDATION.run(sample);
        return """
                data sha256 %s, %d rows, %d left

                | measure | mean | standard deviation over the %d folds |
                |---|---|---|
                | AUC | %s |
                | Brier score | %s |
                | log loss | %s |
                | accuracy at 0.5 | %s |
                | F1 at 0.5 | %s |
                """.formatted(
                        sha256(Files.readAllBytes(csv)),
                        sample.size(),
                        Arrays.stream(sample.y()).sum(),
                        folds.size(),
                        told(folds, Quality::auc),
                        told(folds, Quality::brier),
                        told(folds, Quality::logLoss),
                        told(folds, Quality::accuracy),
                        told(folds, Quality::f1));
    }

    private static String told(List<Quality> folds, ToDoubleFunction<Quality> measure) {
        return String.format(
                Locale.ROOT,
                "%.4f | %.4f",
                CrossValidation.mean(folds, measure),
                CrossValidation.spread(folds, measure));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
