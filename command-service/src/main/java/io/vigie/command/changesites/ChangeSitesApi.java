package io.vigie.command.changesites;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vigie.command.client.ClientAnswer;
import io.vigie.command.platform.Checks;
import io.vigie.command.platform.CommandRequest;
import io.vigie.command.platform.Commands;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Clients")
final class ChangeSitesApi {

    private static final int MOST = 1_000_000;

    private final Commands commands;

    ChangeSitesApi(Commands commands) {
        this.commands = commands;
    }

    @Schema(name = "ChangeSites", requiredProperties = "numSites")
    record Body(
            @Schema(types = "integer", minimum = "0", maximum = "1000000") @Nullable
            BigDecimal numSites) {}

    @Operation(operationId = "changeSites", summary = "Set the number of sites on which a client uses the service")
    @PutMapping(path = "/api/clients/{clientId}/sites", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ClientAnswer> put(@PathVariable String clientId, @RequestBody Body body, CommandRequest request) {
        Checks checks = new Checks();
        String id = Checks.addressed("clientId", clientId);
        ChangeSites command = new ChangeSites(id, checks.whole("numSites", body.numSites(), 0, MOST));
        return commands.change(request, body, id, checks.passed(command), ClientAnswer.SUBJECT);
    }
}
