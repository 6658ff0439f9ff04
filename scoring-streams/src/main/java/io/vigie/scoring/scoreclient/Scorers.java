package io.vigie.scoring.scoreclient;

import io.vigie.contracts.score.Bands;
import io.vigie.pmml.Model;
import io.vigie.scoring.models.Deployment;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * Who scores.
 *
 * @param revision of the deployment
 * @param challenger null for none
 */
record Scorers(long revision, Scorer champion, @Nullable Scorer challenger) {

    static Scorers of(Deployment deployment, Bands bands, Clock clock, Paces paces) {
        Model challenger = deployment.challenger();
        return new Scorers(
                deployment.revision(),
                Scorer.champion(deployment.champion(), bands, clock, paces.champion()),
                challenger == null ? null : Scorer.challenger(challenger, bands, clock, paces.challenger()));
    }
}
