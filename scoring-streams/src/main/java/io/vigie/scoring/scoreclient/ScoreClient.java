package io.vigie.scoring.scoreclient;

import io.vigie.contracts.Headers;
import io.vigie.contracts.Topics;
import io.vigie.contracts.score.SourcePosition;
import java.time.Duration;
import java.time.Instant;
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
    private final ScoringSetup setup;
    private final Paces paces;
    private final EarlyCommits commits;

    private @Nullable ProcessorContext<byte[], byte[]> context;
    private @Nullable EventScoring scoring;
    private @Nullable ParkedEvents parked;
    private @Nullable ModelsInUse models;

    /** The paces and commits are those of all partitions. */
    ScoreClient(EventDecoder decoder, ScoringSetup setup, Paces paces, EarlyCommits commits) {
        this.decoder = decoder;
        this.setup = setup;
        this.paces = paces;
        this.commits = commits;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> newContext) {
        context = newContext;
        KeyValueStore<String, byte[]> states = newContext.getStateStore(ScoringTopology.FEATURES_STORE);
        ScoreOutput output = new ScoreOutput(newContext, setup.metrics(), setup.clock());
        KeyValueStore<String, byte[]> modelsStore = newContext.getStateStore(ScoringTopology.MODELS_STORE);
        ModelsInUse inUse = new ModelsInUse(modelsStore, newContext.taskId().partition(), setup, output, paces);
        models = inUse;
        parked = new ParkedEvents(newContext.getStateStore(ScoringTopology.PARKED_STORE), setup.metrics());
        ModelSketches sketches = new ModelSketches(
                newContext.getStateStore(ScoringTopology.SKETCHES_STORE),
                newContext.taskId().partition(),
                output,
                setup.clock());
        scoring = new EventScoring(decoder, inUse, states, parked, output, sketches);
        ClientChunks clients = new ClientChunks(states, setup.clock());
        Rescoring rescoring = new Rescoring(clients, scoring, inUse, setup.clock(), setup.schedule());
        ShadowSweep shadows = new ShadowSweep(clients, modelsStore, scoring, inUse, setup.clock());
        every(Rescoring.TICK, () -> {
            paces.renew();
            if (inUse.look()) {
                rescoring.step();
                shadows.step();
            }
        });
        every(setup.sketches(), sketches::tell);
    }

    /**
     * At the same moments in all partitions: Kafka Streams ends a transaction behind each call, even of one that did nothing, and
     * those of one thread and moment share it.
     */
    private void every(Duration period, Runnable work) {
        Objects.requireNonNull(context)
                .schedule(Instant.EPOCH, period, PunctuationType.WALL_CLOCK_TIME, time -> work.run());
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        ProcessorContext<byte[], byte[]> here = Objects.requireNonNull(context);
        RecordMetadata at = here.recordMetadata().orElseThrow();
        EventScoring events = Objects.requireNonNull(scoring);
        ModelsInUse inUse = Objects.requireNonNull(models);
        if (!at.topic().equals(Topics.RETRIES.name())) {
            inUse.beforeEvent(at.offset());
            events.handle(new Incoming(
                    record.key(),
                    record.value(),
                    record.headers(),
                    record.timestamp(),
                    at.partition(),
                    new SourcePosition(at.partition(), at.offset()),
                    at.topic() + "/" + at.partition() + "/" + at.offset()));
        } else if (DeadLetter.CONSUMER.equals(Incoming.header(record.headers(), Headers.RETRY_CONSUMER))) {
            inUse.beforeRetry();
            retried(events, Retried.incoming(record, at));
        }
        if (commits.isDueAfter(record.timestamp())) {
            here.commit();
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
        if (models != null) {
            models.release();
            models = null;
        }
    }
}
