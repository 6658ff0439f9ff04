package io.vigie.query.projectscores;

import io.vigie.contracts.score.ClientScore;
import io.vigie.contracts.score.ModelReference;
import io.vigie.contracts.score.Outcome;
import io.vigie.contracts.score.Trigger;
import io.vigie.query.platform.Wire;
import io.vigie.query.projection.Arrival;
import io.vigie.query.projection.Garbage;
import io.vigie.query.projection.Numbered;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What is left of a score record that can't be understood, where its value still says which one it is. */
record UnreadableScore(long scoreSequence) {

    private static final ModelReference NO_MODEL = new ModelReference("unknown", 0, "", "");

    /** Counts the record; what else it said stays in its dead letter. */
    static Numbered<ClientScore> place(Arrival arrival) throws Garbage {
        String clientId = arrival.claimedSubject();
        try {
            long sequence = Wire.read(arrival.value(), UnreadableScore.class).scoreSequence();
            if (sequence < 1) {
                throw new Garbage("its number doesn't begin at 1");
            }
            String id = arrival.placeId().toString();
            return new Numbered<>(clientId, sequence, id, nothing(id, clientId, sequence));
        } catch (Wire.NotReadable notReadable) {
            throw new Garbage(String.valueOf(notReadable.getMessage()));
        }
    }

    private static ClientScore nothing(String id, String clientId, long sequence) {
        return new ClientScore(
                id,
                clientId,
                0,
                null,
                sequence,
                Outcome.UNSCORABLE,
                Trigger.EVENT,
                null,
                null,
                null,
                List.of(),
                null,
                Map.of(),
                List.of(),
                "The record could not be read.",
                NO_MODEL,
                Instant.EPOCH,
                null);
    }
}
