package io.vigie.command.promotemodel;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vigie.access.Actor;
import io.vigie.command.eventstore.AggregateIds;
import io.vigie.command.model.ModelAnswer;
import io.vigie.command.model.ModelChecks;
import io.vigie.command.platform.Attempts;
import io.vigie.command.platform.Checks;
import io.vigie.command.platform.CommandRequest;
import io.vigie.command.platform.Commands;
import io.vigie.command.platform.OnceOnly;
import io.vigie.command.platform.OnceOnly.Outcome;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Models")
final class PromoteModelApi {

    private final Commands commands;
    private final OnceOnly onceOnly;
    private final Promotions promotions;
    private final Attempts attempts;

    PromoteModelApi(Commands commands, OnceOnly onceOnly, Promotions promotions, Attempts attempts) {
        this.commands = commands;
        this.attempts = attempts;
        this.onceOnly = onceOnly;
        this.promotions = promotions;
    }

    /** @param proposalId what is confirmed; left out to propose, with a reason */
    @Schema(name = "PromoteModel", requiredProperties = "version")
    record Body(
            @Schema(types = "integer", minimum = "1") @Nullable
            BigDecimal version,

            @Schema(maxLength = 500, description = "why; needed to propose, that of the proposal counts afterwards")
            @Nullable
            String reason,

            @Schema(description = "confirms what another person proposed; left out to propose") @Nullable
            UUID proposalId) {}

    @Operation(
            operationId = "promoteModel",
            summary = "Make a version champion: one person proposes it, another one confirms with the proposalId")
    @ApiResponse(
            responseCode = "202",
            description = "Proposed; another person has seven days to confirm it",
            content = @Content(schema = @Schema(implementation = PromotionProposal.class)))
    @ApiResponse(
            responseCode = "200",
            description = "Confirmed and done",
            content = @Content(schema = @Schema(implementation = ModelAnswer.class)))
    @PutMapping(path = "/api/models/{name}/aliases/champion", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> put(@PathVariable String name, @RequestBody Body body, CommandRequest request) {
        String model = ModelChecks.addressedName(name);
        Checks checks = new Checks();
        int version = ModelChecks.version(checks, body.version());
        UUID proposalId = body.proposalId();
        if (proposalId == null) {
            return proposed(model, version, checks.passed(ModelChecks.reason(checks, body.reason())), body, request);
        }
        checks.passed(version);
        demandPossible(proposalId, model, version, request);
        PromoteModel command = promotions.confirm(proposalId, model, version, Actor.present());
        return commands.change(request, body, AggregateIds.ofModel(model), command, ModelAnswer.about(model, version));
    }

    /** Before anybody says yes: a confirmation of what can't be done would use the proposal up. */
    private void demandPossible(UUID proposalId, String model, int version, CommandRequest request) {
        if (!promotions.isConfirmed(proposalId, model)) {
            attempts.inTransaction(() -> {
                commands.check(request, new CheckPromotion(model, version));
                return true;
            });
        }
    }

    private ResponseEntity<PromotionProposal> proposed(
            String model, int version, String reason, Body body, CommandRequest request) {
        Outcome outcome = onceOnly.perform(request, body, () -> {
            commands.check(request, new CheckPromotion(model, version));
            PromotionProposal proposal = promotions.propose(model, version, reason, Actor.present());
            return new OnceOnly.Done(
                    HttpStatus.ACCEPTED.value(), proposal.proposalId().toString());
        });
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(outcome.status());
        if (outcome.replayed()) {
            answer.header("Idempotency-Replayed", "true");
        }
        return answer.body(promotions.find(UUID.fromString(outcome.id()), model));
    }
}
