package io.vigie.command.retiremodel;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vigie.command.eventstore.AggregateIds;
import io.vigie.command.model.ModelAnswer;
import io.vigie.command.model.ModelChecks;
import io.vigie.command.platform.Checks;
import io.vigie.command.platform.CommandRequest;
import io.vigie.command.platform.Commands;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Models")
final class RetireModelApi {

    private final Commands commands;

    RetireModelApi(Commands commands) {
        this.commands = commands;
    }

    @Schema(name = "RetireModel", requiredProperties = "reason")
    record Body(@Schema(maxLength = 500) @Nullable String reason) {}

    @Operation(
            operationId = "retireModel",
            summary = "Let a version get no alias any more; what it scored stays explained")
    @PostMapping(path = "/api/models/{name}/versions/{version}/retirement", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ModelAnswer> post(
            @PathVariable String name, @PathVariable String version, @RequestBody Body body, CommandRequest request) {
        String model = ModelChecks.addressedName(name);
        Checks checks = new Checks();
        RetireModel command = new RetireModel(
                model, ModelChecks.addressedVersion(version), ModelChecks.reason(checks, body.reason()));
        return commands.change(
                request,
                body,
                AggregateIds.ofModel(model),
                checks.passed(command),
                ModelAnswer.about(model, command.version()));
    }
}
