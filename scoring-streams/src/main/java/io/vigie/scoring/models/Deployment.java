package io.vigie.scoring.models;

import io.vigie.contracts.model.ModelDeployment.Choice;
import io.vigie.pmml.Model;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which models score from now on, loaded and warm.
 *
 * @param revision of the model's aggregate, from 1: the higher one is the later one
 * @param champion whose scores are the risk
 * @param challenger which scores in shadow, null for none, or while the one that was named can't be used
 * @param decidedAt when that was decided
 */
public record Deployment(
        long revision, Model champion, @Nullable Model challenger, Instant decidedAt) {

    /** A model by its version, as it is told to others. */
    public static Choice choice(Model model) {
        return new Choice(model.version(), model.sha256());
    }
}
