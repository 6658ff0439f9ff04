package io.vigie.command.assignaccountmanager;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vigie.command.client.ClientAnswer;
import io.vigie.command.platform.Checks;
import io.vigie.command.platform.CommandRequest;
import io.vigie.command.platform.Commands;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Clients")
final class AssignAccountManagerApi {

    private static final int LONGEST_REASON = 200;

    private final Commands commands;

    AssignAccountManagerApi(Commands commands) {
        this.commands = commands;
    }

    @Schema(name = "AssignAccountManager", requiredProperties = "accountManagerId")
    record Body(
            @Nullable String accountManagerId,
            @Schema(maxLength = 200) @Nullable String reason) {}

    @Operation(operationId = "assignAccountManager", summary = "Give a client an account manager")
    @PutMapping(path = "/api/clients/{clientId}/account-manager", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ClientAnswer> put(@PathVariable String clientId, @RequestBody Body body, CommandRequest request) {
        Checks checks = new Checks();
        String id = Checks.addressed("clientId", clientId);
        AssignAccountManager command = new AssignAccountManager(
                id,
                checks.id("accountManagerId", body.accountManagerId()),
                checks.optionalText("reason", body.reason(), LONGEST_REASON));
        return commands.change(request, body, id, checks.passed(command), ClientAnswer.SUBJECT);
    }
}
