package io.vigie.query.projection;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How long something took, in milliseconds; without any there are no percentiles.
 *
 * @param count of how many
 */
@Schema(requiredProperties = {"count", "p50", "p95", "p99"})
public record Percentiles(
        long count,
        @Nullable Double p50,
        @Nullable Double p95,
        @Nullable Double p99) {

    /** Of none. */
    public static final Percentiles NONE = new Percentiles(0, null, null, null);
}
