package io.vigie.contracts.score;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The one answer of scoring to one client event, to the passing of time, or to another champion; value on
 * {@code vigie.client.scores.v1}. The challenger's answer to the same, with the same numbers, is on
 * {@code vigie.client.shadow-scores.v1}.
 *
 * @param scoreId UUIDv5 of event id (or client and day of a schedule, or client and revision of a deployment) and model checksum: the same again on a repeat
 * @param clientId the record key
 * @param clientVersion version of the client after the event that was scored last
 * @param eventId the scored event, null unless {@code trigger} is an event
 * @param scoreSequence counts this client's score records from 1 without a hole
 * @param outcome what became of the event
 * @param trigger what made the score be computed
 * @param probability risk of leaving, 0–1; null when unscorable or departed
 * @param baseValue probability at the model's reference point, 0–1; null without a probability
 * @param band where the probability lies; null without a probability
 * @param reasons at most three, the largest contributions first; none when there was no time for them, and then all is in other
 * @param other the sum of all contributions that are not among the reasons; base + reasons + other = probability
 * @param features what the model was given, by name
 * @param outOfRange names of the features outside of the range seen in training
 * @param problem why there is no probability, null when there is one
 * @param model which model answered
 * @param scoredAt when
 * @param source position of the event, null unless {@code trigger} is an event
 */
public record ClientScore(
        String scoreId,
        String clientId,
        long clientVersion,
        @Nullable String eventId,
        long scoreSequence,
        Outcome outcome,
        Trigger trigger,
        @Nullable Double probability,
        @Nullable Double baseValue,
        @Nullable Band band,
        List<Reason> reasons,
        @Nullable Double other,
        Map<String, Double> features,
        List<String> outOfRange,
        @Nullable String problem,
        ModelReference model,
        Instant scoredAt,
        @Nullable SourcePosition source) {

    /** Copies the collections. */
    public ClientScore {
        reasons = List.copyOf(reasons);
        features = Map.copyOf(features);
        outOfRange = List.copyOf(outOfRange);
    }
}
