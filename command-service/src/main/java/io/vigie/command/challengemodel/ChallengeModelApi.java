package io.vigie.command.challengemodel;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vigie.command.eventstore.AggregateIds;
import io.vigie.command.model.ModelAnswer;
import io.vigie.command.model.ModelChecks;
import io.vigie.command.platform.Checks;
import io.vigie.command.platform.CommandRequest;
import io.vigie.command.platform.Commands;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Models")
final class ChallengeModelApi {

    private final Commands commands;

    ChallengeModelApi(Commands commands) {
        this.commands = commands;
    }

    @Schema(
            name = "ChallengeModel",
            requiredProperties = {"version", "reason"})
    record Body(
            @Schema(types = "integer", minimum = "1") @Nullable
            BigDecimal version,

            @Schema(maxLength = 500) @Nullable String reason) {}

    @Operation(
            operationId = "challengeModel",
            summary = "Let a version score in shadow, for comparison with the champion")
    @PutMapping(path = "/api/models/{name}/aliases/challenger", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ModelAnswer> put(@PathVariable String name, @RequestBody Body body, CommandRequest request) {
        String model = ModelChecks.addressedName(name);
        Checks checks = new Checks();
        ChallengeModel command = new ChallengeModel(
                model, ModelChecks.version(checks, body.version()), ModelChecks.reason(checks, body.reason()));
        return commands.change(
                request,
                body,
                AggregateIds.ofModel(model),
                checks.passed(command),
                ModelAnswer.about(model, command.version()));
    }

    @Operation(operationId = "dismissChallenger", summary = "Let no version score in shadow any more")
    @DeleteMapping(path = "/api/models/{name}/aliases/challenger", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ChallengerAnswer> delete(
            @PathVariable String name,
            @Parameter(description = "why, 1 to 500 characters") @RequestParam String reason,
            CommandRequest request) {
        String model = ModelChecks.addressedName(name);
        Checks checks = new Checks();
        DismissChallenger command = new DismissChallenger(model, ModelChecks.reason(checks, reason));
        return commands.change(
                request, reason, AggregateIds.ofModel(model), checks.passed(command), ChallengerAnswer.of(model));
    }
}
