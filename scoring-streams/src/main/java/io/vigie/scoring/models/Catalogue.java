package io.vigie.scoring.models;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vigie.contracts.model.ModelDeployment;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the topic says of one model. Documents aren't kept, only where they are: whoever needs one reads it there, so that
 * memory doesn't grow with the number of versions.
 */
final class Catalogue {

    private static final Pattern VERSION = Pattern.compile("[1-9][0-9]{0,8}");

    /** How many deployments are remembered, for the case that the last ones can't be used. */
    private static final int MEMORY = 16;

    private static final Duration BEFORE_ANOTHER_TRY = Duration.ofSeconds(10);

    private final String name;
    private final Map<String, Place> documents = new HashMap<>();
    private final TreeMap<Long, ModelDeployment> deployments = new TreeMap<>();
    private final LongSupplier nanos;
    private final Set<Long> failed = new HashSet<>();
    private final Map<Long, Long> postponed = new HashMap<>();

    /**
     * Where a document is.
     *
     * @param bytes of the value that has it
     */
    record Place(long offset, int bytes) {}

    Catalogue(String name) {
        this(name, System::nanoTime);
    }

    Catalogue(String name, LongSupplier nanos) {
        this.name = name;
        this.nanos = nanos;
    }

    /**
     * Takes a record; those of other models say nothing here.
     *
     * @throws Garbage when it is none that says anything
     */
    void add(byte @Nullable [] key, byte @Nullable [] value, long offset) throws Garbage {
        if (key == null) {
            throw new Garbage("The record has no key.");
        }
        String subject = new String(key, UTF_8);
        if (subject.equals(name)) {
            deployed(value);
        } else if (subject.startsWith(name + "/")) {
            document(subject, value, offset);
        }
    }

    private void deployed(byte @Nullable [] value) throws Garbage {
        if (value == null) {
            throw new Garbage("The value of the deployment is empty.");
        }
        ModelDeployment deployment = Language.deployment(name, value);
        deployments.put(deployment.revision(), deployment);
        if (deployments.size() > MEMORY) {
            deployments.pollFirstEntry();
        }
    }

    private void document(String key, byte @Nullable [] value, long offset) throws Garbage {
        if (!VERSION.matcher(key.substring(name.length() + 1)).matches()) {
            throw new Garbage("The key names no version.");
        }
        if (value == null) {
            documents.remove(key);
        } else {
            documents.put(key, new Place(offset, value.length));
        }
        // What couldn't be used may be usable now.
        failed.clear();
        postponed.clear();
    }

    /** Where the document of that key is, null when there is none. */
    @Nullable
    Place document(String key) {
        return documents.get(key);
    }

    /** Deployments after that revision that are worth a try now, the last one first. */
    List<ModelDeployment> after(long revision) {
        return deployments.tailMap(revision, false).descendingMap().values().stream()
                .filter(deployment -> !failed.contains(deployment.revision()) && !isPostponed(deployment.revision()))
                .toList();
    }

    /** Whether that deployment is known and has a challenger. */
    boolean namesChallenger(long revision) {
        ModelDeployment deployment = deployments.get(revision);
        return deployment != null && deployment.challenger() != null;
    }

    private boolean isPostponed(long revision) {
        Long since = postponed.get(revision);
        return since != null && nanos.getAsLong() - since < BEFORE_ANOTHER_TRY.toNanos();
    }

    /** The deployment needn't be tried again until there is another document. */
    void failed(long revision) {
        failed.add(revision);
    }

    /** The deployment is to be tried again, but not at once. */
    void postponed(long revision) {
        postponed.put(revision, nanos.getAsLong());
    }
}
