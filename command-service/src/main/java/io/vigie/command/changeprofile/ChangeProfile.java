package io.vigie.command.changeprofile;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Corrects a client's profile; null leaves a field as it is. */
record ChangeProfile(
        String clientId,
        @Nullable String name,
        @Nullable String company,
        @Nullable String location,
        @Nullable Integer age,
        @Nullable LocalDate onboardedOn) {}
