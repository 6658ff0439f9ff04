package io.vigie.scoring.scoreclient;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vigie.contracts.Headers;
import io.vigie.contracts.model.ModelSketch;
import io.vigie.contracts.model.ModelSwap;
import io.vigie.contracts.score.ClientScore;
import java.time.Clock;
import java.time.Instant;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Where records leave the topology, each counted. */
final class ScoreOutput {

    /** A score is mostly numbers. */
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                    .build())
            .build();

    private static final ObjectWriter SCORES = MAPPER.writerFor(ClientScore.class);
    private static final ObjectWriter SWAPS = MAPPER.writerFor(ModelSwap.class);
    private static final ObjectWriter SKETCHES = MAPPER.writerFor(ModelSketch.class);

    private static final byte[] JSON = "application/json".getBytes(UTF_8);

    private final ProcessorContext<byte[], byte[]> context;
    private final ScoringMetrics metrics;
    private final Clock clock;

    ScoreOutput(ProcessorContext<byte[], byte[]> context, ScoringMetrics metrics, Clock clock) {
        this.context = context;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** The champion's answer, which took so long. */
    void score(ClientScore score, long nanos) {
        context.forward(record(score), ScoringTopology.SCORES_SINK);
        metrics.scored(score, nanos);
    }

    /** The challenger's answer to the same, which took so long. */
    void shadow(ClientScore score, long nanos) {
        context.forward(record(score), ScoringTopology.SHADOW_SCORES_SINK);
        metrics.shadowed(score, nanos);
    }

    private static Record<byte[], byte[]> record(ClientScore score) {
        return json(score.clientId(), SCORES.writeValueAsBytes(score), score.scoredAt());
    }

    void swap(ModelSwap swap) {
        context.forward(
                json(swap.name(), SWAPS.writeValueAsBytes(swap), swap.swappedAt()), ScoringTopology.MODEL_SWAPS_SINK);
    }

    void sketch(ModelSketch sketch) {
        context.forward(
                json(sketch.key(), SKETCHES.writeValueAsBytes(sketch), sketch.updatedAt()),
                ScoringTopology.MODEL_SKETCHES_SINK);
        metrics.sketched();
    }

    private static Record<byte[], byte[]> json(String key, byte[] value, Instant at) {
        return new Record<>(
                key.getBytes(UTF_8), value, at.toEpochMilli(), new RecordHeaders().add(Headers.CONTENT_TYPE, JSON));
    }

    void deadLetter(Incoming record, String reason) {
        context.forward(DeadLetter.of(record, reason, clock.instant()), ScoringTopology.DEAD_LETTERS_SINK);
        metrics.deadLetter();
    }

    void duplicate() {
        metrics.duplicate();
    }
}
