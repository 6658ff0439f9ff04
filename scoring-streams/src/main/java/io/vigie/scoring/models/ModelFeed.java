package io.vigie.scoring.models;

import io.vigie.contracts.model.ModelArtefact;
import io.vigie.contracts.model.ModelDeployment;
import io.vigie.contracts.model.ModelDeployment.Choice;
import io.vigie.pmml.Model;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the topic of models as long as the process lives, and loads what a deployment names. Nothing on the topic ends it:
 * while a deployment can't be used, the last one that could stays.
 */
public final class ModelFeed implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ModelFeed.class);
    private static final Duration BEFORE_ANOTHER_TRY = Duration.ofSeconds(1);
    private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(5);

    /** Why a deployment isn't in use. */
    private record Problem(long revision, String sentence) {}

    private final Map<String, Object> broker;
    private final String name;
    private final ModelLoading loading;
    private final Deployments deployments;
    private final FeedMetrics metrics;
    private final Thread thread = new Thread(this::run, "scoring-models");

    private volatile @Nullable ModelsTopic topic;
    private volatile @Nullable Problem problem;
    private volatile @Nullable String garbage;
    private volatile boolean caughtUp;
    private volatile boolean closed;

    /**
     * Nothing is read yet.
     *
     * @param broker settings for any client
     * @param name of the model to follow
     * @param features names of what there is to give to a model; one that asks for more can't be used
     */
    public ModelFeed(
            Map<String, Object> broker,
            String name,
            Set<String> features,
            Deployments deployments,
            FeedMetrics metrics) {
        this.broker = Map.copyOf(broker);
        this.name = name;
        this.loading = new ModelLoading(features);
        this.deployments = deployments;
        this.metrics = metrics;
        thread.setDaemon(true);
    }

    /** Begins to read. */
    public void start() {
        thread.start();
    }

    /** Whether everything that was there at the start has been read, and there is a champion. */
    public boolean ready() {
        return caughtUp && deployments.latest() != null;
    }

    /** Why the newest deployment isn't in use, in a sentence; empty when it is. */
    public Optional<String> problem() {
        Problem last = problem;
        return Optional.ofNullable(last)
                .filter(one -> one.revision() > deployments.revision())
                .map(one -> "Revision " + one.revision() + " can't be used. " + one.sentence());
    }

    /** Where the first record is that says nothing, and why; empty when there is none. */
    public Optional<String> garbage() {
        return Optional.ofNullable(garbage);
    }

    private void run() {
        while (!closed) {
            try (ModelsTopic reading = new ModelsTopic(broker)) {
                topic = reading;
                follow(reading, new Catalogue(name));
            } catch (WakeupException stopped) {
                return;
            } catch (RuntimeException fault) {
                LOG.error("The topic of models can't be read: {}", fault.getMessage(), fault);
                pause();
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(BEFORE_ANOTHER_TRY.toMillis());
        } catch (InterruptedException hurried) {
            closed = true;
        }
    }

    private void follow(ModelsTopic reading, Catalogue catalogue) {
        while (!closed) {
            for (ConsumerRecord<byte[], byte[]> record : reading.poll()) {
                add(catalogue, record);
            }
            // What was replaced already needn't be loaded first.
            if (reading.caughtUp()) {
                use(reading, catalogue);
                caughtUp = true;
            }
        }
    }

    private void add(Catalogue catalogue, ConsumerRecord<byte[], byte[]> record) {
        try {
            catalogue.add(record.key(), record.value(), record.offset());
        } catch (Garbage reason) {
            metrics.garbage();
            if (garbage == null) {
                garbage = "At offset " + record.offset() + ": " + reason.getMessage();
                LOG.error("A record on the topic of models says nothing; more of them are only counted. {}", garbage);
            }
        }
    }

    private void use(ModelsTopic reading, Catalogue catalogue) {
        for (ModelDeployment wanted : catalogue.after(deployments.revision())) {
            try {
                Choice champion = wanted.champion();
                if (champion == null) {
                    throw new Unusable("It names no champion.");
                }
                Choice challenger = wanted.challenger();
                deployments.put(new Deployment(
                        wanted.revision(),
                        model(reading, catalogue, champion),
                        challenger == null ? null : model(reading, catalogue, challenger),
                        wanted.decidedAt()));
                LOG.info("Revision {} of {} is loaded.", wanted.revision(), name);
                return;
            } catch (Unusable reason) {
                unusable(catalogue, wanted.revision(), reason);
            }
        }
    }

    private void unusable(Catalogue catalogue, long revision, Unusable reason) {
        catalogue.failed(revision);
        metrics.unusable();
        Problem last = problem;
        if (last == null || last.revision() <= revision) {
            problem = new Problem(revision, reason.sentence());
        }
        LOG.error("Revision {} of {} can't be used. {}", revision, name, reason.sentence());
    }

    private Model model(ModelsTopic reading, Catalogue catalogue, Choice choice) throws Unusable {
        for (Model known : known()) {
            if (Deployment.choice(known).equals(choice)) {
                return known;
            }
        }
        String key = name + "/" + choice.version();
        Long offset = catalogue.document(key);
        if (offset == null) {
            throw new Unusable("There is no document of " + key + ".");
        }
        long start = System.nanoTime();
        try {
            ModelArtefact artefact = Language.artefact(key, reading.valueAt(offset));
            Model model = loading.load(artefact, choice);
            metrics.loaded(Duration.ofNanos(System.nanoTime() - start));
            return model;
        } catch (Garbage reason) {
            throw new Unusable("The document of " + key + " can't be read: " + reason.getMessage());
        }
    }

    private List<Model> known() {
        Deployment now = deployments.latest();
        return now == null
                ? List.of()
                : Stream.of(Optional.of(now.champion()), Optional.ofNullable(now.challenger()))
                        .flatMap(Optional::stream)
                        .toList();
    }

    @Override
    public void close() {
        closed = true;
        ModelsTopic reading = topic;
        if (reading != null) {
            reading.wakeUp();
        }
        try {
            thread.join(PATIENCE_AT_STOP.toMillis());
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
