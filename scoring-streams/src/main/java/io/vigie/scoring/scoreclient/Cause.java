package io.vigie.scoring.scoreclient;

import io.vigie.contracts.score.SourcePosition;
import io.vigie.contracts.score.Trigger;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why a score is computed.
 *
 * @param seed what the score's id is made of, besides the model
 * @param at the instant for which years are counted
 * @param eventId null unless an event is the cause
 * @param source null unless an event is the cause, or when the event's first place isn't known
 */
record Cause(
        Trigger trigger,
        String seed,
        Instant at,
        @Nullable String eventId,
        @Nullable SourcePosition source) {

    static Cause event(ReceivedEvent event) {
        String id = event.id().toString();
        return new Cause(Trigger.EVENT, id, event.time(), id, event.record().source());
    }

    static Cause evicted(@Nullable String eventId, Instant time, @Nullable SourcePosition source) {
        return new Cause(Trigger.EVENT, String.valueOf(eventId), time, eventId, source);
    }

    /** The slot makes the id repeatable: the same client in the same slot is the same score. */
    static Cause schedule(String clientId, Instant slot, Instant now) {
        return new Cause(Trigger.SCHEDULE, clientId + "@" + slot, now, null, null);
    }

    /** The revision of the deployment makes the id repeatable, and another one's after a rollback. */
    static Cause model(String clientId, long revision, Instant now) {
        return new Cause(Trigger.MODEL, clientId + "@" + revision, now, null, null);
    }

    /** A new challenger answers to the last score: another id than that of its answer to the new champion's. */
    static Cause shadow(String clientId, long revision, Instant now) {
        return new Cause(Trigger.MODEL, clientId + "@" + revision + "#shadow", now, null, null);
    }
}
