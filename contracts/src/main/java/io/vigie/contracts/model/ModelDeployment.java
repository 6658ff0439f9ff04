package io.vigie.contracts.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which versions of a model are to score from now on; value on {@code vigie.models.v1} under the model's name. It comes after
 * the artefacts that it names.
 *
 * @param name of the model
 * @param revision version of the model's aggregate, from 1: a deployment of a lower one is out of date
 * @param champion whose scores are the risk, null for none
 * @param challenger which scores in shadow, null for none
 * @param decidedAt when that was decided
 */
public record ModelDeployment(
        String name,
        long revision,
        @Nullable Choice champion,
        @Nullable Choice challenger,
        Instant decidedAt) {

    /**
     * A version.
     *
     * @param version counted from 1
     * @param sha256 of its document, hexadecimal, lower case
     */
    public record Choice(int version, String sha256) {}
}
