package io.vigie.scoring.scoreclient;

import io.vigie.contracts.Headers;
import io.vigie.contracts.Topics;
import io.vigie.contracts.score.SourcePosition;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** The operator {@code score-client}: Kafka Streams on one side, {@link EventScoring} on the other. */
final class ScoreClient implements Processor<byte[], byte[], byte[], byte[]> {

    private final EventDecoder decoder;
    private final Scorer scorer;
    private final Duration schedule;
    private final Clock clock;
    private final ScoringMetrics metrics;

    private @Nullable ProcessorContext<byte[], byte[]> context;
    private @Nullable EventScoring scoring;
    private @Nullable ParkedEvents parked;

    ScoreClient(EventDecoder decoder, Scorer scorer, Duration schedule, Clock clock, ScoringMetrics metrics) {
        this.decoder = decoder;
        this.scorer = scorer;
        this.schedule = schedule;
        this.clock = clock;
        this.metrics = metrics;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> newContext) {
        context = newContext;
        KeyValueStore<String, byte[]> states = newContext.getStateStore(ScoringTopology.FEATURES_STORE);
        parked = new ParkedEvents(newContext.getStateStore(ScoringTopology.PARKED_STORE), metrics);
        scoring = new EventScoring(decoder, scorer, states, parked, new ScoreOutput(newContext, metrics, clock));
        Rescoring rescoring = new Rescoring(states, scoring, clock, schedule);
        newContext.schedule(Rescoring.TICK, PunctuationType.WALL_CLOCK_TIME, time -> rescoring.step());
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        RecordMetadata at = Objects.requireNonNull(context).recordMetadata().orElseThrow();
        EventScoring events = Objects.requireNonNull(scoring);
        if (!at.topic().equals(Topics.RETRIES.name())) {
            events.handle(new Incoming(
                    record.key(),
                    record.value(),
                    record.headers(),
                    record.timestamp(),
                    at.partition(),
                    new SourcePosition(at.partition(), at.offset()),
                    at.topic() + "/" + at.partition() + "/" + at.offset()));
        } else if (DeadLetter.CONSUMER.equals(Incoming.header(record.headers(), Headers.RETRY_CONSUMER))) {
            retried(events, Retried.incoming(record, at));
        }
    }

    private static void retried(EventScoring events, Incoming record) {
        if (record.isEviction()) {
            events.evict(record);
        } else {
            events.handle(record);
        }
    }

    @Override
    public void close() {
        if (parked != null) {
            parked.release();
            parked = null;
        }
    }
}
