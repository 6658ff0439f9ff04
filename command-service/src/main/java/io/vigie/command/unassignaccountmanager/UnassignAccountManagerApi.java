package io.vigie.command.unassignaccountmanager;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vigie.command.client.ClientAnswer;
import io.vigie.command.platform.Checks;
import io.vigie.command.platform.CommandRequest;
import io.vigie.command.platform.Commands;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Clients")
final class UnassignAccountManagerApi {

    private final Commands commands;

    UnassignAccountManagerApi(Commands commands) {
        this.commands = commands;
    }

    @Operation(operationId = "unassignAccountManager", summary = "Take a client from its account manager")
    @DeleteMapping(path = "/api/clients/{clientId}/account-manager", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ClientAnswer> delete(@PathVariable String clientId, CommandRequest request) {
        String id = Checks.addressed("clientId", clientId);
        return commands.change(request, null, id, new UnassignAccountManager(id), ClientAnswer.SUBJECT);
    }
}
