package io.vigie.command.recordpurchase;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vigie.command.client.ClientAnswer;
import io.vigie.command.platform.Checks;
import io.vigie.command.platform.CommandRequest;
import io.vigie.command.platform.Commands;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Clients")
final class RecordPurchaseApi {

    private static final BigDecimal LEAST = new BigDecimal("0.0001");
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000_000L);
    private static final int DECIMALS = 4;
    private static final int LONGEST_REFERENCE = 200;
    private static final Duration SKEW = Duration.ofMinutes(5);

    private final Commands commands;
    private final Clock clock;

    RecordPurchaseApi(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    @Schema(name = "RecordPurchase", requiredProperties = "amount")
    record Body(
            @Schema(minimum = "0", exclusiveMinimumValue = 0, maximum = "1000000000000") @Nullable
            BigDecimal amount,

            @Schema(format = "date-time", description = "when it was made; now when left out") @Nullable
            String purchasedAt,

            @Schema(maxLength = 200) @Nullable String reference) {}

    @Operation(operationId = "recordPurchase", summary = "Record what a client bought")
    @PostMapping(path = "/api/clients/{clientId}/purchases", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ClientAnswer> post(@PathVariable String clientId, @RequestBody Body body, CommandRequest request) {
        Checks checks = new Checks();
        String id = Checks.addressed("clientId", clientId);
        Instant now = clock.instant();
        RecordPurchase command = new RecordPurchase(
                id,
                checks.decimal("amount", body.amount(), LEAST, MOST, DECIMALS),
                body.purchasedAt() == null ? now : checks.instant("purchasedAt", body.purchasedAt(), now.plus(SKEW)),
                checks.optionalText("reference", body.reference(), LONGEST_REFERENCE));
        return commands.change(request, body, id, checks.passed(command), ClientAnswer.SUBJECT);
    }
}
