package io.vigie.access.requests;

import io.vigie.access.tokens.Remembered;
import org.jspecify.annotations.Nullable;

/**
 * The one memory of sessions that a service has, for requests and for answers that go on for long: with one each, somebody whose
 * stream was ended could still be let in.
 *
 * @param memory null where nobody can have a session
 */
record RememberedSessions(@Nullable Remembered memory) {}
