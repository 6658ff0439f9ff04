package io.vigie.query.listevents;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vigie.query.clientcard.ClientCards;
import io.vigie.query.platform.Asked;
import io.vigie.query.platform.Cursor;
import io.vigie.query.platform.Page;
import io.vigie.query.platform.Portfolio;
import io.vigie.query.platform.Unknown;
import io.vigie.query.trackprogress.Freshness;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Clients")
class ListEvents {

    private final ClientCards clients;
    private final EventRows events;

    ListEvents(ClientCards clients, EventRows events) {
        this.clients = clients;
        this.events = events;
    }

    @GetMapping("/api/clients/{clientId}/events")
    @Operation(summary = "Everything that happened to a client, oldest first")
    ResponseEntity<Page<ShownEvent>> list(
            @PathVariable String clientId,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor,
            Freshness freshness) {
        Portfolio portfolio = Portfolio.current();
        int most = Asked.limit(limit);
        Cursor position = Cursor.of("events", clientId);
        long after = position.readNumber(cursor, 0);
        List<EventRow> found = events.after(portfolio, clientId, after, Limit.of(most + 1));
        if (found.isEmpty() && !clients.exists(portfolio, clientId)) {
            throw Unknown.client();
        }
        return Page.answer(found, most, ShownEvent::of, last -> position.after(Long.toString(last.version)));
    }
}
