package io.vigie.command.promotemodel;

import io.swagger.v3.oas.annotations.media.Schema;
import io.vigie.access.twopersons.Proposal;
import java.time.Instant;
import java.util.UUID;

/**
 * What one person wants and another one has to confirm.
 *
 * @param endsAt from when on nobody can confirm it
 */
@Schema(name = "PromotionProposal")
record PromotionProposal(
        UUID proposalId,
        String modelName,
        int version,
        String reason,
        String proposedBy,
        Instant proposedAt,
        Instant endsAt) {

    static PromotionProposal of(Proposal proposal) {
        int slash = proposal.subject().indexOf('/');
        return new PromotionProposal(
                proposal.proposalId(),
                proposal.subject().substring(0, slash),
                Integer.parseInt(proposal.subject().substring(slash + 1)),
                proposal.reason(),
                proposal.proposedBy(),
                proposal.proposedAt(),
                proposal.endsAt());
    }
}
