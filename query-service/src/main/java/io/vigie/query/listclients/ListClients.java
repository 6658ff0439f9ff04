package io.vigie.query.listclients;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vigie.access.rules.Reach;
import io.vigie.query.clientcard.ClientCards;
import io.vigie.query.clientcard.ShownClient;
import io.vigie.query.platform.Asked;
import io.vigie.query.platform.Page;
import io.vigie.query.platform.Portfolio;
import io.vigie.query.reasonwords.AskedLanguage;
import io.vigie.query.reasonwords.ModelInputs;
import io.vigie.query.trackprogress.Freshness;
import io.vigie.web.Rejected;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Clients")
class ListClients {

    private final ClientCards clients;
    private final ModelInputs inputs;
    private final Clock clock;

    ListClients(ClientCards clients, ModelInputs inputs, Clock clock) {
        this.clients = clients;
        this.inputs = inputs;
        this.clock = clock;
    }

    @GetMapping("/api/clients")
    @Operation(
            summary = "Clients, page by page",
            description =
                    "Those most at risk first, unless sorted by onboardedOn (oldest first) or value (who bought most first). All filters must hold."
                            + " Reasons are told in English or French, by Accept-Language.")
    ResponseEntity<Page<ShownClient>> list(
            ClientFilter.Parameters parameters,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor,
            Freshness freshness,
            HttpServletRequest request) {
        if (parameters.q() != null && Reach.of(request) == Reach.MASKED) {
            throw Rejected.forbidden(
                    "search-by-name", "Search by name", "Whoever is told no names can't search by them: leave q out.");
        }
        ClientFilter filter = ClientFilter.of(parameters);
        ClientOrder order = ClientOrder.of(sort);
        int most = Asked.limit(limit);
        ClientPosition position = new ClientPosition(order, filter);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var found = clients.findBy(
                filter.in(Portfolio.current(), position.after(cursor)),
                query -> query.sortBy(order.sort()).limit(most + 1).all());
        Locale language = AskedLanguage.of(request);
        return Page.answer(found, most, client -> ShownClient.of(client, today, inputs, language), position::cursor);
    }
}
