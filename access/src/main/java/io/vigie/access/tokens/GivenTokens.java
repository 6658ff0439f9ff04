package io.vigie.access.tokens;

import io.vigie.access.Actor;
import io.vigie.access.Role;
import io.vigie.web.StartRefused;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The tokens that a service knows by its settings: of whoever runs the system, also where there is no database or it is away.
 */
public final class GivenTokens {

    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");
    private static final Known OPERATOR =
            new Known(new Actor("vigie|operator", Actor.Proof.TOKEN, Set.of(Role.OPERATOR), null), Instant.MAX);

    private final Set<String> hashes;

    /**
     * Those with these hashes.
     *
     * @param hashes SHA-256 of each text, 64 hexadecimal digits in lower case
     * @throws StartRefused when one is something else
     */
    public GivenTokens(List<String> hashes) {
        if (!hashes.stream().allMatch(hash -> SHA_256.matcher(hash).matches())) {
            throw new StartRefused(
                    "vigie.access.operators has something that is no hash.",
                    "Give the SHA-256 of each token as 64 hexadecimal digits in lower case.");
        }
        this.hashes = hashes.stream().collect(Collectors.toUnmodifiableSet());
    }

    /** An operator, if it is one of these; empty otherwise. */
    public Optional<Known> find(byte[] hash) {
        return hashes.contains(HexFormat.of().formatHex(hash)) ? Optional.of(OPERATOR) : Optional.empty();
    }
}
