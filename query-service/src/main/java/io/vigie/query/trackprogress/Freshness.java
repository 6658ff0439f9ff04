package io.vigie.query.trackprogress;

import org.jspecify.annotations.Nullable;

/**
 * Query parameters that every read takes.
 *
 * @param consistencyToken from the answer to a command: the answer covers every event up to it
 * @param await {@code score}: the answer covers their scores as well
 */
public record Freshness(
        @Nullable String consistencyToken, @Nullable String await) {}
