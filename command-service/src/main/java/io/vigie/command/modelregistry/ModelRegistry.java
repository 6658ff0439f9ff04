package io.vigie.command.modelregistry;

import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Follows the events of models. Every change is part of the current transaction. */
public interface ModelRegistry {

    /** Keeps the document of a new version, to be handed out. */
    void keep(ModelDocument document, int version);

    /**
     * Keeps which versions are to score from now on, to be handed out after their documents.
     *
     * @param revision of the model after the decision
     */
    void decide(String modelName, long revision, @Nullable Integer champion, @Nullable Integer challenger);

    /** Notes that what was proposed is being done; false when it was done before. */
    boolean carryOut(UUID proposalId);

    /** The version of that document; empty when it is none. */
    OptionalInt version(String modelName, String sha256);

    /** The version that became champion by the event that led to this revision of the model. */
    int championBy(String modelName, long revision);
}
