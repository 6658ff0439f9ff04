package io.vigie.command.departclient;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vigie.command.client.ClientAnswer;
import io.vigie.command.platform.Checks;
import io.vigie.command.platform.CommandRequest;
import io.vigie.command.platform.Commands;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Clients")
final class DepartClientApi {

    private static final int LONGEST_REASON = 200;

    private final Commands commands;
    private final Clock clock;

    DepartClientApi(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    @Schema(name = "DepartClient", requiredProperties = "leftOn")
    record Body(
            @Schema(format = "date") @Nullable String leftOn,
            @Schema(maxLength = 200) @Nullable String reason) {}

    @Operation(operationId = "departClient", summary = "Record that a client left")
    @PostMapping(path = "/api/clients/{clientId}/departure", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ClientAnswer> post(@PathVariable String clientId, @RequestBody Body body, CommandRequest request) {
        Checks checks = new Checks();
        String id = Checks.addressed("clientId", clientId);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        DepartClient command = new DepartClient(
                id,
                checks.day("leftOn", body.leftOn(), today),
                checks.optionalText("reason", body.reason(), LONGEST_REASON));
        return commands.change(request, body, id, checks.passed(command), ClientAnswer.SUBJECT);
    }
}
