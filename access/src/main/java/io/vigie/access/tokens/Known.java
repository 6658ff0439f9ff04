package io.vigie.access.tokens;

import io.vigie.access.Actor;
import java.time.Instant;

/**
 * Whose a text is that nobody else can know.
 *
 * @param endsAt from when on it is taken no more
 */
public record Known(Actor actor, Instant endsAt) {}
