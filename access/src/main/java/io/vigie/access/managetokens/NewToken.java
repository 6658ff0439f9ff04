package io.vigie.access.managetokens;

import io.vigie.access.Role;
import io.vigie.web.Rejected;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a token is to be.
 *
 * @param name for people, 1 to 100 characters
 * @param role may be left out by who has one only
 * @param endsAt within a year from now
 */
record NewToken(
        @Nullable @NotBlank @Size(max = 100) String name,
        @Nullable String role,
        @Nullable @NotNull Instant endsAt) {

    private static final Duration LONGEST = Duration.ofDays(366);

    /** The end, when it is one that a token may have. */
    Instant end(Clock clock) {
        Instant end = Objects.requireNonNull(endsAt);
        Instant now = clock.instant();
        if (!end.isAfter(now) || end.isAfter(now.plus(LONGEST))) {
            throw unusable("endsAt", "must be in the future, and at most 366 days away");
        }
        return end;
    }

    /** The role, when it is one of these. */
    Role role(Set<Role> had) {
        Optional<Role> wanted = role == null ? had.stream().findFirst().filter(only -> had.size() == 1) : Role.of(role);
        return wanted.filter(had::contains)
                .orElseThrow(() -> unusable("role", "must be one of those that the token's owner has"));
    }

    private static Rejected unusable(String field, String message) {
        return Rejected.unprocessable("unusable", "Unusable content", "Some values can't be used; errors lists them.")
                .error(field, message);
    }
}
