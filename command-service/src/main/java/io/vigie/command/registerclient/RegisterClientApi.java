package io.vigie.command.registerclient;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vigie.command.client.ClientAnswer;
import io.vigie.command.platform.Checks;
import io.vigie.command.platform.CommandRequest;
import io.vigie.command.platform.Commands;
import io.vigie.command.platform.Ids;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Clients")
final class RegisterClientApi {

    private final Commands commands;
    private final Ids ids;
    private final Clock clock;

    RegisterClientApi(Commands commands, Ids ids, Clock clock) {
        this.commands = commands;
        this.ids = ids;
        this.clock = clock;
    }

    @Operation(operationId = "registerClient", summary = "Register a client")
    @ApiResponse(
            responseCode = "201",
            description = "Registered; Location is its address, ETag its version",
            useReturnTypeSchema = true)
    @PostMapping(path = "/api/clients", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ClientAnswer> post(@RequestBody Registration body, CommandRequest request) {
        Checks checks = new Checks();
        String id = body.clientId() == null ? ids.next() : body.clientId();
        RegisterClient command = checks.passed(
                body.command(checks, profile -> id, false, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)));
        return commands.create(request, body, id, command, ClientAnswer.SUBJECT);
    }
}
