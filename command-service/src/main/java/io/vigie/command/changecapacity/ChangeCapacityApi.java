package io.vigie.command.changecapacity;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vigie.command.accountmanager.AccountManagerAnswer;
import io.vigie.command.accountmanager.CapacityChecks;
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
@Tag(name = "Account managers")
final class ChangeCapacityApi {

    private final Commands commands;

    ChangeCapacityApi(Commands commands) {
        this.commands = commands;
    }

    @Schema(name = "ChangeCapacity", requiredProperties = "capacity")
    record Body(
            @Schema(types = "integer", minimum = "0", maximum = "100000") @Nullable
            BigDecimal capacity) {}

    @Operation(operationId = "changeCapacity", summary = "Set how many clients an account manager can look after")
    @PutMapping(path = "/api/account-managers/{accountManagerId}/capacity", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<AccountManagerAnswer> put(
            @PathVariable String accountManagerId, @RequestBody Body body, CommandRequest request) {
        Checks checks = new Checks();
        String id = Checks.addressed("accountManagerId", accountManagerId);
        ChangeCapacity command = new ChangeCapacity(id, CapacityChecks.capacity(checks, body.capacity()));
        return commands.change(request, body, id, checks.passed(command), AccountManagerAnswer.SUBJECT);
    }
}
