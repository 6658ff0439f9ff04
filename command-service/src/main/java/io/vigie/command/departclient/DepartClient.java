package io.vigie.command.departclient;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The client left; {@code leftOn} is null only where a file doesn't tell. */
public record DepartClient(
        String clientId,
        @Nullable LocalDate leftOn,
        @Nullable String reason) {}
