package io.vigie.query.showclient;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vigie.query.clientcard.ClientCard;
import io.vigie.query.clientcard.ClientCards;
import io.vigie.query.clientcard.ShownClient;
import io.vigie.query.platform.Portfolio;
import io.vigie.query.platform.Unknown;
import io.vigie.query.platform.Versioned;
import io.vigie.query.reasonwords.AskedLanguage;
import io.vigie.query.reasonwords.ModelInputs;
import io.vigie.query.trackprogress.Freshness;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Clients")
class ShowClient {

    private final ClientCards clients;
    private final ModelInputs inputs;
    private final Clock clock;

    ShowClient(ClientCards clients, ModelInputs inputs, Clock clock) {
        this.clients = clients;
        this.inputs = inputs;
        this.clock = clock;
    }

    @GetMapping("/api/clients/{clientId}")
    @Operation(
            summary = "One client with its risk",
            description =
                    "The ETag is the client's version. Reasons are told in English or French, by Accept-Language.")
    ShownClient show(
            @PathVariable String clientId,
            Freshness freshness,
            HttpServletRequest request,
            HttpServletResponse response) {
        ClientCard client = clients.find(Portfolio.current(), clientId).orElseThrow(Unknown::client);
        Versioned.head(response, client.version());
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return ShownClient.of(client, today, inputs, AskedLanguage.of(request));
    }
}
