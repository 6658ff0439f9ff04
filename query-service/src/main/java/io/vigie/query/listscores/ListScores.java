package io.vigie.query.listscores;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vigie.contracts.score.ClientScore;
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
class ListScores {

    private final ClientCards clients;
    private final ScoreRows scores;

    ListScores(ClientCards clients, ScoreRows scores) {
        this.clients = clients;
        this.scores = scores;
    }

    @GetMapping("/api/clients/{clientId}/scores")
    @Operation(summary = "Every score record of a client, newest first")
    ResponseEntity<Page<ClientScore>> list(
            @PathVariable String clientId,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor,
            Freshness freshness) {
        Portfolio portfolio = Portfolio.current();
        int most = Asked.limit(limit);
        Cursor position = Cursor.of("scores", clientId);
        long before = position.readNumber(cursor, Long.MAX_VALUE);
        List<ScoreRow> found = scores.before(portfolio, clientId, before, Limit.of(most + 1));
        if (found.isEmpty() && !clients.exists(portfolio, clientId)) {
            throw Unknown.client();
        }
        return Page.answer(found, most, ShownScore::of, last -> position.after(Long.toString(last.scoreSequence)));
    }
}
