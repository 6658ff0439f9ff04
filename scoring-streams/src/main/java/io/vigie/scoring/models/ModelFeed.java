package io.vigie.scoring.models;

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
 * while a deployment can't be used, the last one that could stays. One whose challenger can't be used has its champion
 * score without it.
 */
public final class ModelFeed implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ModelFeed.class);
    private static final Duration BEFORE_ANOTHER_TRY = Duration.ofSeconds(1);
    private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(5);

    private final Map<String, Object> broker;
    private final String name;
    private final ModelLoading loading;
    private final Deployments deployments;
    private final FeedMetrics metrics;
    private final Thread thread = new Thread(this::run, "scoring-models");

    private volatile @Nullable ModelsTopic topic;
    private volatile @Nullable Problem problem;
    private volatile @Nullable String garbage;
    private volatile @Nullable String fault;
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

    /** Why the newest deployment isn't in use with all that it names, in a sentence; empty when it is. */
    public Optional<String> problem() {
        String reading = fault;
        return reading != null
                ? Optional.of(reading)
                : Optional.ofNullable(problem)
                        .filter(one -> one.concerns(deployments.revision()))
                        .map(Problem::told);
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
            } catch (Throwable thrown) {
                // An Error too: without this thread no other model would ever be loaded.
                fault = "The topic of models can't be read: "
                        + thrown.getClass().getSimpleName() + ".";
                LOG.error("The topic of models can't be read: {}", thrown.getMessage(), thrown);
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
                fault = null;
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
        for (ModelDeployment wanted : catalogue.after(settled(catalogue))) {
            try {
                Choice champion = wanted.champion();
                if (champion == null) {
                    throw new Unusable("It names no champion.");
                }
                Model first = model(reading, catalogue, champion);
                Model second = challenger(reading, catalogue, wanted);
                deployments.put(new Deployment(wanted.revision(), first, second, wanted.decidedAt()));
                LOG.info(
                        "Revision {} of {} is loaded{}.",
                        wanted.revision(),
                        name,
                        second == null && wanted.challenger() != null ? " without its challenger" : "");
                return;
            } catch (Unusable reason) {
                unusable(catalogue, wanted.revision(), false, reason);
            }
        }
    }

    /** The revision up to which nothing is left to try: the one in use isn't while it lacks its challenger. */
    private long settled(Catalogue catalogue) {
        Deployment now = deployments.latest();
        if (now == null) {
            return 0;
        }
        return now.challenger() == null && catalogue.namesChallenger(now.revision())
                ? now.revision() - 1
                : now.revision();
    }

    /** Null when none is named, or when it can't be used: the champion needn't wait for what decides nothing. */
    private @Nullable Model challenger(ModelsTopic reading, Catalogue catalogue, ModelDeployment wanted) {
        Choice challenger = wanted.challenger();
        if (challenger == null) {
            return null;
        }
        try {
            Model model = model(reading, catalogue, challenger);
            Problem last = problem;
            if (last != null && last.revision() == wanted.revision()) {
                problem = null;
            }
            return model;
        } catch (Unusable reason) {
            unusable(catalogue, wanted.revision(), true, reason);
            return null;
        }
    }

    private void unusable(Catalogue catalogue, long revision, boolean challengerOnly, Unusable reason) {
        if (reason.isLasting()) {
            catalogue.failed(revision);
        } else {
            catalogue.postponed(revision);
        }
        metrics.unusable();
        Problem now = new Problem(revision, challengerOnly, reason.sentence());
        Problem last = problem;
        if (last == null || last.revision() <= revision) {
            problem = now;
        }
        LOG.error("Of {}: {}", name, now.told());
    }

    private Model model(ModelsTopic reading, Catalogue catalogue, Choice choice) throws Unusable {
        for (Model known : known()) {
            if (Deployment.choice(known).equals(choice)) {
                return known;
            }
        }
        String key = name + "/" + choice.version();
        Catalogue.Place place = catalogue.document(key);
        if (place == null) {
            throw new Unusable("There is no document of " + key + ".");
        }
        long start = System.nanoTime();
        Model model = loading.load(key, place.bytes(), () -> reading.valueAt(place.offset()), choice);
        metrics.loaded(Duration.ofNanos(System.nanoTime() - start));
        return model;
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
