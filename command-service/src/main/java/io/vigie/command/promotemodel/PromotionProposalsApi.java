package io.vigie.command.promotemodel;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vigie.access.Actor;
import io.vigie.command.model.ModelChecks;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Models")
final class PromotionProposalsApi {

    private final Promotions promotions;

    PromotionProposalsApi(Promotions promotions) {
        this.promotions = promotions;
    }

    @Schema(name = "PromotionProposals")
    record Open(List<PromotionProposal> items) {}

    @Operation(operationId = "listProposals", summary = "What somebody could confirm now, oldest first")
    @GetMapping(path = "/api/models/{name}/proposals", produces = MediaType.APPLICATION_JSON_VALUE)
    Open get(@PathVariable String name) {
        return new Open(promotions.open(ModelChecks.addressedName(name)));
    }

    @Operation(operationId = "withdrawProposal", summary = "Take back what one has proposed")
    @DeleteMapping("/api/models/{name}/proposals/{proposalId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String name, @PathVariable UUID proposalId) {
        promotions.withdraw(proposalId, ModelChecks.addressedName(name), Actor.present());
    }
}
