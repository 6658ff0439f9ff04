package io.vigie.scoring.scoreclient;

import io.vigie.contracts.model.ModelSwap;
import io.vigie.pmml.Model;
import io.vigie.scoring.models.Deployment;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.OptionalLong;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which models score one partition. The revision is in a store, and a swap is a record: both belong to the transaction of
 * the scores around them, so that after a kill either all of that is there or nothing. A partition never goes back to a
 * lower revision, whichever process scores it.
 */
final class ModelsInUse {

    static final String KEY = "revision";

    private static final Logger LOG = LoggerFactory.getLogger(ModelsInUse.class);
    private static final byte FORMAT = 1;
    private static final long UNKNOWN = -1;

    private final KeyValueStore<String, byte[]> store;
    private final int partition;
    private final ScoringSetup setup;
    private final ScoreOutput output;
    private final Paces paces;

    private long revision;
    private long next = UNKNOWN;
    private @Nullable Scorers scorers;

    ModelsInUse(
            KeyValueStore<String, byte[]> store, int partition, ScoringSetup setup, ScoreOutput output, Paces paces) {
        this.store = store;
        this.partition = partition;
        this.setup = setup;
        this.output = output;
        this.paces = paces;
        this.revision = read(store.get(KEY));
    }

    /** Who scores; only after one of the methods below has been called. */
    Scorers current() {
        return Objects.requireNonNull(scorers);
    }

    /** The event at that offset is about to be scored. */
    void beforeEvent(long offset) {
        Deployment latest = needed();
        if (!inUse(latest)) {
            change(latest, offset);
        }
        next = offset + 1;
    }

    /** A record of the retry topic is about to be handled. */
    void beforeRetry() {
        if (!changed(needed()) && scorers == null) {
            throw new IllegalStateException("Nobody can tell how far partition " + partition + " is scored.");
        }
    }

    /** Looks for other models while no event comes. False while there are none to score with. */
    boolean look() {
        Deployment latest = setup.deployments().latest();
        return latest != null && latest.revision() >= revision && (changed(latest) || scorers != null);
    }

    private boolean changed(Deployment latest) {
        if (inUse(latest)) {
            return true;
        }
        OptionalLong offset = next == UNKNOWN && latest.revision() > revision
                ? setup.positions().committed(partition)
                : OptionalLong.of(next);
        if (offset.isPresent()) {
            change(latest, offset.getAsLong());
        }
        return offset.isPresent();
    }

    private boolean inUse(Deployment latest) {
        Scorers now = scorers;
        // A challenger that couldn't be loaded at first may follow under the same revision.
        return now != null
                && now.revision() == latest.revision()
                && (now.challenger() == null) == (latest.challenger() == null);
    }

    private Deployment needed() {
        Deployment latest = setup.deployments().latest();
        if (latest == null || latest.revision() < revision) {
            latest = awaited();
        }
        return latest;
    }

    private Deployment awaited() {
        try {
            Deployment latest = setup.deployments().await(Math.max(1, revision), setup.patience());
            if (latest != null) {
                return latest;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        throw new IllegalStateException("Partition " + partition + " was scored with revision " + revision
                + " of the models already, which this process doesn't have.");
    }

    private void change(Deployment latest, long offset) {
        scorers = Scorers.of(latest, setup.bands(), setup.clock(), paces);
        if (latest.revision() > revision) {
            swap(latest, offset);
        }
        setup.metrics().inUse(partition, revision);
    }

    private void swap(Deployment latest, long offset) {
        Instant now = setup.clock().instant();
        Model challenger = latest.challenger();
        store.put(KEY, write(latest.revision()));
        output.swap(new ModelSwap(
                latest.champion().name(),
                latest.revision(),
                Deployment.choice(latest.champion()),
                challenger == null ? null : Deployment.choice(challenger),
                partition,
                offset,
                now));
        if (revision > 0) {
            setup.metrics().swapped(Duration.between(latest.decidedAt(), now));
        }
        revision = latest.revision();
        LOG.info("Partition {} is scored with revision {} from offset {} on.", partition, revision, offset);
    }

    /** When another instance takes over. */
    void release() {
        setup.metrics().noLongerInUse(partition);
    }

    private static byte[] write(long revision) {
        return ByteBuffer.allocate(1 + Long.BYTES).put(FORMAT).putLong(revision).array();
    }

    private static long read(byte @Nullable [] bytes) {
        if (bytes == null) {
            return 0;
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        byte format = buffer.get();
        if (format != FORMAT) {
            throw new IllegalStateException("The store of models in use is of format " + format + ", this build reads "
                    + FORMAT + ": run the build that wrote it.");
        }
        return buffer.getLong();
    }
}
