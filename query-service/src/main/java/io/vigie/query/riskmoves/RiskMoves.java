package io.vigie.query.riskmoves;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import io.vigie.query.clientcard.ClientCard;
import io.vigie.query.clientcard.ShownClient;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A page of active clients whose band has changed, the latest change first.
 *
 * @param next the cursor of the page after this one, null on the last
 * @param up how many came into a higher band, on whichever page they are
 * @param down how many came into a lower one
 */
@Schema(requiredProperties = {"items", "next", "up", "down"})
record RiskMoves(List<MovedRisk> items, @Nullable String next, long up, long down) {

    /**
     * A client with the last change of its band.
     *
     * @param from the band before
     * @param to the band that it has
     * @param movedAt when the first score in it was given
     */
    record MovedRisk(
            @JsonUnwrapped ShownClient client,

            @Schema(allowableValues = {"low", "medium", "high"})
            String from,

            @Schema(allowableValues = {"low", "medium", "high"})
            String to,

            Instant movedAt) {

        static MovedRisk of(ClientCard card, ShownClient shown) {
            return new MovedRisk(
                    shown,
                    Objects.requireNonNull(card.formerBand()),
                    Objects.requireNonNull(card.band()),
                    Objects.requireNonNull(card.bandSince()));
        }
    }
}
