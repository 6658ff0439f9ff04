package io.vigie.access.twopersons;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that one person wants to happen.
 *
 * @param kind of deed, 1 to 40 characters: {@code promote-model}
 * @param subject what it would happen to, 1 to 200 characters
 * @param reason for whoever is to confirm, at most 500 characters
 * @param endsAt from when on nobody can confirm it
 * @param confirmedBy another person; null while nobody has
 * @param withdrawnAt null while it stands
 */
public record Proposal(
        UUID proposalId,
        String kind,
        String subject,
        String reason,
        String proposedBy,
        Instant proposedAt,
        Instant endsAt,
        @Nullable String confirmedBy,
        @Nullable Instant confirmedAt,
        @Nullable Instant withdrawnAt) {}
