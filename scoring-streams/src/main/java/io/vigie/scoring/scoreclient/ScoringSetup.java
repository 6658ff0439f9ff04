package io.vigie.scoring.scoreclient;

import io.vigie.contracts.score.Bands;
import io.vigie.scoring.models.Deployments;
import java.time.Clock;
import java.time.Duration;

/**
 * What all partitions of the topology share.
 *
 * @param deployments which models are to score
 * @param positions how far events have been scored
 * @param schedule how often time alone re-scores every active client, at least a second
 * @param partitions of the topic of client events
 * @param sketches how often what the models were given and answered is told, at least 100 ms
 * @param commits how long one transaction at least, while little comes
 * @param patience how long events wait for models that this process doesn't have yet, while another had them already
 */
public record ScoringSetup(
        Deployments deployments,
        EventPositions positions,
        Bands bands,
        Duration schedule,
        Duration sketches,
        int partitions,
        Duration commits,
        Duration patience,
        Clock clock,
        ScoringMetrics metrics) {

    /** Refuses a schedule that would do nothing else. */
    public ScoringSetup {
        if (schedule.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException(
                    "Set vigie.scoring.schedule to at least a second: it is " + schedule + ".");
        }
        if (sketches.compareTo(Duration.ofMillis(100)) < 0) {
            throw new IllegalArgumentException(
                    "Set vigie.scoring.sketches.every to at least 100ms: it is " + sketches + ".");
        }
    }
}
