package io.vigie.query.testing;

import io.vigie.contracts.Topics;
import io.vigie.contracts.model.Alias;
import io.vigie.contracts.model.ModelArtefact;
import io.vigie.contracts.model.ModelArtefact.Limits;
import io.vigie.contracts.model.ModelDeployment;
import io.vigie.contracts.model.ModelDeployment.Choice;
import io.vigie.contracts.model.ModelEvent.ModelPromoted;
import io.vigie.contracts.model.ModelEvent.ModelUploaded;
import io.vigie.contracts.model.ModelSketch;
import io.vigie.contracts.model.ModelSwap;
import io.vigie.contracts.score.Bands;
import io.vigie.contracts.score.ClientScore;
import io.vigie.contracts.score.ModelReference;
import io.vigie.contracts.sketch.Sketch;
import io.vigie.pmml.Model;
import io.vigie.pmml.Models;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Models to tell of. */
public final class ModelLives {

    /** That of this build. */
    public static final Model CHURN = Models.committed("churn", 1);

    private static final AtomicLong NEXT = new AtomicLong(System.nanoTime() % 1_000_000_000L);

    private ModelLives() {}

    /** A name that no other test has. */
    public static String name() {
        return "m-" + NEXT.incrementAndGet();
    }

    /** The document of this build. */
    public static byte[] churn() {
        try (InputStream document = ModelLives.class.getResourceAsStream("/pmml/churn/1/model.pmml")) {
            return document == null ? new byte[0] : document.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The same with another intercept, so with other risks. */
    public static byte[] churn(double intercept) {
        return new String(churn(), StandardCharsets.UTF_8)
                .replaceFirst("(?s)<ModelVerification.*</ModelVerification>", "")
                .replace("-19.624468431334602", Double.toString(intercept))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** A version with the reference of this build and a card. */
    public static ModelArtefact artefact(String name, int version, byte[] document) {
        Map<String, Limits> ranges = new LinkedHashMap<>();
        CHURN.trainingRanges().forEach((input, range) -> ranges.put(input, new Limits(range.min(), range.max())));
        return artefact(name, version, document, new LinkedHashMap<>(CHURN.referencePoint()), ranges);
    }

    /** A version with any reference. */
    public static ModelArtefact artefact(
            String name, int version, byte[] document, Map<String, Object> point, Map<String, Limits> ranges) {
        return artefact(
                name, version, document, point, ranges, Map.of("trainedBy", "ada", "metrics", Map.of("auc", 0.9)));
    }

    /** A version with any reference and card. */
    public static ModelArtefact artefact(
            String name,
            int version,
            byte[] document,
            Map<String, Object> point,
            Map<String, Limits> ranges,
            Map<String, Object> card) {
        return new ModelArtefact(
                name, version, sha256(document), Base64.getEncoder().encodeToString(document), point, ranges, card);
    }

    /** Handed out. */
    public static ProducerRecord<byte[], byte[]> handedOut(ModelArtefact artefact) {
        return Publisher.keyed(Topics.MODELS, artefact.key(), artefact);
    }

    /** Handed out. */
    public static ProducerRecord<byte[], byte[]> handedOut(ModelDeployment deployment) {
        return Publisher.keyed(Topics.MODELS, deployment.name(), deployment);
    }

    /** Which versions score. */
    public static ModelDeployment deployment(
            String name, long revision, ModelArtefact champion, @Nullable ModelArtefact challenger) {
        return new ModelDeployment(
                name,
                revision,
                new Choice(champion.version(), champion.sha256()),
                challenger == null ? null : new Choice(challenger.version(), challenger.sha256()),
                Lives.NOON.plusSeconds(revision));
    }

    /** As the scoring of a partition would write it. */
    public static ProducerRecord<byte[], byte[]> swap(ModelDeployment deployment, int partition, long offset) {
        return Publisher.keyed(
                Topics.MODEL_SWAPS,
                deployment.name(),
                new ModelSwap(
                        deployment.name(),
                        deployment.revision(),
                        java.util.Objects.requireNonNull(deployment.champion()),
                        deployment.challenger(),
                        partition,
                        offset,
                        Lives.NOON));
    }

    /** What a version was given on a day in a partition: so many records, all of clients with so many sites. */
    public static ProducerRecord<byte[], byte[]> sketch(
            ModelArtefact version, LocalDate day, int partition, int records, double... sites) {
        Map<String, Sketch> inputs = new LinkedHashMap<>();
        CHURN.inputs().forEach(input -> {
            double usual = CHURN.referencePoint().getOrDefault(input, 0.0);
            inputs.put(input, Sketch.of(repeated(records, input.equals("Num_Sites") ? sites : new double[] {usual})));
        });
        Sketch score = Sketch.of(
                repeated(records, Arrays.stream(sites).map(value -> value / 20).toArray()));
        ModelSketch sketch =
                new ModelSketch(version.name(), version.version(), day, partition, score, inputs, Lives.NOON);
        return Publisher.keyed(Topics.MODEL_SKETCHES, sketch.key(), sketch);
    }

    private static double[] repeated(int records, double... values) {
        return IntStream.range(0, records)
                .mapToDouble(record -> values[record % values.length])
                .toArray();
    }

    /** The event of it. */
    public static ModelUploaded uploaded(ModelArtefact artefact, @Nullable String note) {
        return new ModelUploaded(
                artefact.name(),
                artefact.version(),
                artefact.sha256(),
                artefact.bytes().length,
                "RegressionModel",
                List.of("Age"),
                note);
    }

    /** Two versions, the first champion, the second challenger; with all that is published of them, at revision 4. */
    public static List<ProducerRecord<byte[], byte[]>> two(ModelArtefact first, ModelArtefact second) {
        String name = first.name();
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>(List.of(
                Publisher.event(uploaded(first, "the first"), 1, Lives.NOON),
                Publisher.event(
                        new ModelPromoted(name, Alias.CHAMPION, 1, null, "to begin with", "bob"), 2, Lives.NOON),
                Publisher.event(uploaded(second, null), 3, Lives.NOON),
                Publisher.event(new ModelPromoted(name, Alias.CHALLENGER, 2, null, "to compare", null), 4, Lives.NOON),
                handedOut(first),
                handedOut(second),
                handedOut(deployment(name, 4, first, second))));
        return records;
    }

    /** A score by a version. */
    public static ClientScore score(ModelArtefact by, ClientScore like, double probability) {
        return new ClientScore(
                like.scoreId(),
                like.clientId(),
                like.clientVersion(),
                like.eventId(),
                like.scoreSequence(),
                like.outcome(),
                like.trigger(),
                probability,
                like.baseValue(),
                new Bands(0.3, 0.6).of(probability),
                like.reasons(),
                like.other(),
                like.features(),
                like.outOfRange(),
                null,
                new ModelReference(by.name(), by.version(), by.sha256(), CHURN.engine()),
                like.scoredAt(),
                like.source());
    }

    /** Of a document. */
    public static String sha256(byte[] document) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(document));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
