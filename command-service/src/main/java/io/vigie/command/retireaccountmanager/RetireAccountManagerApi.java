package io.vigie.command.retireaccountmanager;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vigie.command.accountmanager.AccountManagerAnswer;
import io.vigie.command.platform.Checks;
import io.vigie.command.platform.CommandRequest;
import io.vigie.command.platform.Commands;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Account managers")
final class RetireAccountManagerApi {

    private final Commands commands;

    RetireAccountManagerApi(Commands commands) {
        this.commands = commands;
    }

    @Operation(operationId = "retireAccountManager", summary = "Retire an account manager who has no clients")
    @PostMapping(
            path = "/api/account-managers/{accountManagerId}/retirement",
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<AccountManagerAnswer> post(@PathVariable String accountManagerId, CommandRequest request) {
        String id = Checks.addressed("accountManagerId", accountManagerId);
        return commands.change(request, null, id, new RetireAccountManager(id), AccountManagerAnswer.SUBJECT);
    }
}
