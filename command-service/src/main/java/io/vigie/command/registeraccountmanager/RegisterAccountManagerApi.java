package io.vigie.command.registeraccountmanager;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vigie.command.accountmanager.AccountManagerAnswer;
import io.vigie.command.accountmanager.CapacityChecks;
import io.vigie.command.platform.Checks;
import io.vigie.command.platform.CommandRequest;
import io.vigie.command.platform.Commands;
import io.vigie.command.platform.Ids;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Account managers")
final class RegisterAccountManagerApi {

    private static final int LONGEST_NAME = 200;

    private final Commands commands;
    private final Ids ids;

    RegisterAccountManagerApi(Commands commands, Ids ids) {
        this.commands = commands;
        this.ids = ids;
    }

    @Schema(
            name = "RegisterAccountManager",
            requiredProperties = {"name", "capacity"})
    record Body(
            @Nullable String accountManagerId,
            @Schema(maxLength = 200) @Nullable String name,

            @Schema(types = "integer", minimum = "0", maximum = "100000") @Nullable
            BigDecimal capacity) {}

    @Operation(operationId = "registerAccountManager", summary = "Register an account manager")
    @ApiResponse(
            responseCode = "201",
            description = "Registered; Location is its address, ETag its version",
            useReturnTypeSchema = true)
    @PostMapping(path = "/api/account-managers", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<AccountManagerAnswer> post(@RequestBody Body body, CommandRequest request) {
        Checks checks = new Checks();
        String id = body.accountManagerId() == null ? ids.next() : body.accountManagerId();
        RegisterAccountManager command = new RegisterAccountManager(
                checks.id("accountManagerId", id),
                checks.text("name", body.name(), LONGEST_NAME),
                CapacityChecks.capacity(checks, body.capacity()));
        return commands.create(request, body, id, checks.passed(command), AccountManagerAnswer.SUBJECT);
    }
}
