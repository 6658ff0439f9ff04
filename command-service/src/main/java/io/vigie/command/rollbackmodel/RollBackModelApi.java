package io.vigie.command.rollbackmodel;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vigie.command.eventstore.AggregateIds;
import io.vigie.command.model.ModelAnswer;
import io.vigie.command.model.ModelChecks;
import io.vigie.command.modelregistry.ModelRegistry;
import io.vigie.command.platform.Checks;
import io.vigie.command.platform.CommandRequest;
import io.vigie.command.platform.Commands;
import io.vigie.command.platform.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Models")
final class RollBackModelApi {

    private final Commands commands;
    private final ModelRegistry registry;

    RollBackModelApi(Commands commands, ModelRegistry registry) {
        this.commands = commands;
        this.registry = registry;
    }

    @Schema(name = "RollBackModel", requiredProperties = "reason")
    record Body(@Schema(maxLength = 500) @Nullable String reason) {}

    @Operation(
            operationId = "rollBackModel",
            summary = "Make the version champion again that was it before the present one; one person is enough")
    @PostMapping(path = "/api/models/{name}/rollback", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ModelAnswer> post(@PathVariable String name, @RequestBody Body body, CommandRequest request) {
        String model = ModelChecks.addressedName(name);
        Checks checks = new Checks();
        RollBackModel command = new RollBackModel(model, ModelChecks.reason(checks, body.reason()));
        Subject<ModelAnswer> subject = new Subject<>(
                "model",
                (id, revision, token) -> new ModelAnswer(model, revision, registry.championBy(model, revision), token));
        return commands.change(request, body, AggregateIds.ofModel(model), checks.passed(command), subject);
    }
}
