package io.vigie.command.client;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How a client left: the last day and why, each null when nobody said. */
public record Departure(
        @Nullable LocalDate leftOn, @Nullable String reason) {}
