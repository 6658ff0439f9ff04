package io.vigie.command.returnclient;

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
final class ReturnClientApi {

    private final Commands commands;

    ReturnClientApi(Commands commands) {
        this.commands = commands;
    }

    @Operation(operationId = "returnClient", summary = "Record that a client came back")
    @DeleteMapping(path = "/api/clients/{clientId}/departure", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ClientAnswer> delete(@PathVariable String clientId, CommandRequest request) {
        String id = Checks.addressed("clientId", clientId);
        return commands.change(request, null, id, new ReturnClient(id), ClientAnswer.SUBJECT);
    }
}
