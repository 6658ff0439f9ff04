package io.vigie.benchmarks.clients;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vigie.contracts.Headers;
import io.vigie.contracts.Topics;
import io.vigie.contracts.score.Band;
import io.vigie.contracts.score.ClientScore;
import io.vigie.contracts.score.ModelReference;
import io.vigie.contracts.score.Outcome;
import io.vigie.contracts.score.Reason;
import io.vigie.contracts.score.SourcePosition;
import io.vigie.contracts.score.Trigger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import tools.jackson.databind.json.JsonMapper;

/** Scores as long as real ones; nobody computed them. */
public final class PublishedScores {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final ModelReference MODEL =
            new ModelReference("churn", 1, "0123456789abcdef".repeat(4), "JPMML-Evaluator 1.7.7");

    private PublishedScores() {}

    /** The score of an event that made its client have that version. */
    public static ProducerRecord<String, byte[]> of(ProducerRecord<String, byte[]> event, long version) {
        double probability = 0.05 + 0.9 * Math.abs(event.key().hashCode() % 1_000) / 1_000;
        ClientScore score = new ClientScore(
                UUID.randomUUID().toString(),
                event.key(),
                version,
                new String(
                        Objects.requireNonNull(event.headers().lastHeader(Headers.ID))
                                .value(),
                        UTF_8),
                version,
                Outcome.SCORED,
                Trigger.EVENT,
                probability,
                0.1234567890123,
                probability >= 0.6 ? Band.HIGH : probability >= 0.3 ? Band.MEDIUM : Band.LOW,
                List.of(
                        new Reason("Num_Sites", version % 12, 0.2345678901234),
                        new Reason("Years", 5.12, 0.0345678901234),
                        new Reason("Age", 41, -0.0123456789012)),
                0.0012345678901,
                Map.of(
                        "Age", 41.0,
                        "Total_Purchase", 10_432.17,
                        "Account_Manager", 0.0,
                        "Years", 5.12,
                        "Num_Sites", (double) (version % 12)),
                List.of(),
                null,
                MODEL,
                Instant.now(),
                new SourcePosition(Objects.requireNonNull(event.partition()), version));
        ProducerRecord<String, byte[]> published = new ProducerRecord<>(
                Topics.CLIENT_SCORES.name(),
                event.partition(),
                score.scoredAt().toEpochMilli(),
                event.key(),
                JSON.writeValueAsBytes(score));
        published.headers().add(Headers.CONTENT_TYPE, "application/json".getBytes(UTF_8));
        return published;
    }
}
