package io.vigie.command.promotemodel;

import io.vigie.access.Actor;
import io.vigie.access.twopersons.Proposal;
import io.vigie.access.twopersons.TwoPersonRule;
import io.vigie.web.Rejected;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What somebody wants to become champion, and who said yes. */
@Component
class Promotions {

    private static final String KIND = "promote-model";
    private static final Duration STANDING = Duration.ofDays(7);

    private final TwoPersonRule twoPersons;
    private final Clock clock;

    Promotions(TwoPersonRule twoPersons, Clock clock) {
        this.twoPersons = twoPersons;
        this.clock = clock;
    }

    PromotionProposal propose(String name, int version, String reason, Actor by) {
        return PromotionProposal.of(twoPersons.propose(KIND, name + "/" + version, reason, by, STANDING));
    }

    /** Whether somebody has said yes; 404 when it was never asked for. */
    boolean isConfirmed(UUID proposalId, String name) {
        return found(proposalId, name).confirmedBy() != null;
    }

    /** Says yes, in the name of a second person; saying it again is harmless, as long as it can be confirmed at all. */
    PromoteModel confirm(UUID proposalId, String name, int version, Actor by) {
        Proposal confirmed = twoPersons.confirm(proposalId, KIND, name + "/" + version, by);
        if (!clock.instant().isBefore(confirmed.endsAt())) {
            throw Rejected.conflict(
                    "proposal-ended",
                    "Proposal ended",
                    "Its time is over: if it wasn't carried out, ask for it again.");
        }
        return new PromoteModel(name, version, confirmed.reason(), confirmed.proposedBy(), proposalId);
    }

    void withdraw(UUID proposalId, String name, Actor by) {
        find(proposalId, name);
        twoPersons.withdraw(proposalId, by);
    }

    PromotionProposal find(UUID proposalId, String name) {
        return PromotionProposal.of(found(proposalId, name));
    }

    private Proposal found(UUID proposalId, String name) {
        return twoPersons
                .find(proposalId)
                .filter(found -> isOf(found, name))
                .orElseThrow(() ->
                        Rejected.unknown("proposal-not-found", "Proposal not found", "Nobody has asked for that."));
    }

    List<PromotionProposal> open(String name) {
        return twoPersons.open(KIND).stream()
                .filter(proposal -> isOf(proposal, name))
                .map(PromotionProposal::of)
                .toList();
    }

    private static boolean isOf(Proposal proposal, String name) {
        return proposal.kind().equals(KIND) && proposal.subject().startsWith(name + "/");
    }
}
