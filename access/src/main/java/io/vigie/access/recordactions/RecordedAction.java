package io.vigie.access.recordactions;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done.
 *
 * @param deed what: {@code account-added}, {@code sign-in-failed}
 * @param doneBy who; null where nobody proved who they are
 * @param subject on whom: an account, or what a proposal is about; null for a sign-in to an account that doesn't exist
 * @param detail the token's id, or the proposal's kind; null for the rest
 */
public record RecordedAction(
        long actionId,
        Instant recordedAt,
        String deed,
        @Nullable String doneBy,
        @Nullable String subject,
        @Nullable String detail) {}
