package io.vigie.scoring.scoreclient;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vigie.contracts.Headers;
import io.vigie.contracts.score.ClientScore;
import java.time.Clock;
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
    static final ObjectWriter WRITER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                    .build())
            .build()
            .writerFor(ClientScore.class);

    private static final byte[] JSON = "application/json".getBytes(UTF_8);

    private final ProcessorContext<byte[], byte[]> context;
    private final ScoringMetrics metrics;
    private final Clock clock;

    ScoreOutput(ProcessorContext<byte[], byte[]> context, ScoringMetrics metrics, Clock clock) {
        this.context = context;
        this.metrics = metrics;
        this.clock = clock;
    }

    void score(ClientScore score) {
        Record<byte[], byte[]> record = new Record<>(
                score.clientId().getBytes(UTF_8),
                WRITER.writeValueAsBytes(score),
                score.scoredAt().toEpochMilli(),
                new RecordHeaders().add(Headers.CONTENT_TYPE, JSON));
        context.forward(record, ScoringTopology.SCORES_SINK);
        metrics.scored(score.outcome());
    }

    void deadLetter(Incoming record, String reason) {
        context.forward(DeadLetter.of(record, reason, clock.instant()), ScoringTopology.DEAD_LETTERS_SINK);
        metrics.deadLetter();
    }

    void duplicate() {
        metrics.duplicate();
    }
}
