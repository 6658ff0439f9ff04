package io.vigie.command.promotemodel;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The version's scores are the clients' risk from now on.
 *
 * @param proposedBy who asked for it where another person confirmed it, null where nobody had to
 * @param proposalId what was confirmed, done once; null where nobody had to
 */
public record PromoteModel(
        String modelName,
        int version,
        String reason,
        @Nullable String proposedBy,
        @Nullable UUID proposalId) {}
