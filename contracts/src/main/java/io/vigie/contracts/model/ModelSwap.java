package io.vigie.contracts.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * From this position of this partition on these versions score; value on {@code vigie.model.swaps.v1}, written in the
 * transaction of the scores around it.
 *
 * @param name of the model; the record key
 * @param revision of the deployment, see {@link ModelDeployment#revision()}
 * @param champion whose scores are the risk from here on
 * @param challenger which scores in shadow from here on, null for none
 * @param partition of {@code vigie.client.events.v1}
 * @param offset of the first event that they score
 * @param swappedAt when
 */
public record ModelSwap(
        String name,
        long revision,
        ModelDeployment.Choice champion,
        ModelDeployment.@Nullable Choice challenger,
        int partition,
        long offset,
        Instant swappedAt) {}
