package io.vigie.access.recordreads;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * That somebody asked for personal data in the role of an auditor. What the answer was is not kept.
 *
 * @param accountId who asked; {@code issuer|subject} for whom a provider vouches
 * @param roles in which the request was made
 * @param endpoint the path, with variables
 * @param subject whom or what it was about, by the id in the path; null when that was many
 * @param querySha256 of what else was asked, in hexadecimal digits, so that the same question is recognised; null with a
 *     subject
 * @param purpose as whoever asked said
 */
public record RecordedRead(
        long readId,
        Instant recordedAt,
        String accountId,
        List<String> roles,
        String endpoint,
        @Nullable String subject,
        @Nullable String querySha256,
        @Nullable String purpose) {}
