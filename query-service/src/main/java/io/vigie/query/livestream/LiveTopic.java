package io.vigie.query.livestream;

import io.vigie.query.changes.Change;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** One kind of things that somebody can watch; the use case whose read shows them says how they are told. */
public interface LiveTopic {

    /** What it is asked for by; part of the API. */
    String name();

    /** Path of the read whose rule says who may have it, and how far. */
    String read();

    /** Which changes concern it. */
    Set<Change.Kind> kinds();

    /** The least time between two looks at the views; a slow look makes it longer, one at sums most of all. */
    default Duration pause() {
        return Duration.ofMillis(20);
    }

    /** Whether it matters by which events something changed; else only that it did. */
    default boolean isOfEvents() {
        return false;
    }

    /**
     * Whether one question answers for however much has changed, so that nobody has to read everything again. A longer pause
     * follows it.
     */
    default boolean isToldAsOne() {
        return false;
    }

    /** Whether what is told depends on the language. */
    default boolean isWorded() {
        return false;
    }

    /**
     * Looks up what is shown now of what changed. Asked in a thread of its own, with the audience's portfolio taken along.
     *
     * @param changes of {@link #kinds()}, each once; for one account manager those that may concern its portfolio
     */
    List<Patch> patches(Audience audience, List<Change> changes);
}
