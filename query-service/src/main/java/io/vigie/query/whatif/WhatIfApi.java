package io.vigie.query.whatif;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vigie.query.clientcard.ClientCards;
import io.vigie.query.platform.Portfolio;
import io.vigie.query.platform.Unknown;
import io.vigie.query.reasonwords.AskedLanguage;
import io.vigie.query.trackprogress.Freshness;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Clients")
class WhatIfApi {

    private final ClientCards clients;
    private final WhatIf whatIf;

    WhatIfApi(ClientCards clients, WhatIf whatIf) {
        this.clients = clients;
        this.whatIf = whatIf;
    }

    @Schema(name = "WhatIf", requiredProperties = "changes")
    record Wish(@Nullable Changes changes) {}

    @PostMapping("/api/clients/{clientId}/what-if")
    @Operation(
            operationId = "whatIf",
            summary = "What the risk would be if the client were another one",
            description = "Changes nothing. It tells what the model says, not what would happen."
                    + " Reasons are told in English or French, by Accept-Language.")
    WhatIfAnswer ask(
            @PathVariable String clientId, @RequestBody Wish wish, Freshness freshness, HttpServletRequest request) {
        if (!clients.exists(Portfolio.current(), clientId)) {
            throw Unknown.client();
        }
        Changes changes = wish.changes();
        if (changes == null) {
            throw Changes.unusable(Map.of("changes", "is required"));
        }
        return whatIf.of(clientId, changes.features(), AskedLanguage.of(request));
    }
}
