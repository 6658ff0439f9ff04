package io.vigie.query.listscores;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vigie.query.clientcard.ClientCards;
import io.vigie.query.platform.Asked;
import io.vigie.query.platform.Cursor;
import io.vigie.query.platform.Page;
import io.vigie.query.platform.Portfolio;
import io.vigie.query.platform.Unknown;
import io.vigie.query.reasonwords.AskedLanguage;
import io.vigie.query.reasonwords.ModelInputs;
import io.vigie.query.trackprogress.Freshness;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
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
    private final ModelInputs inputs;

    ListScores(ClientCards clients, ScoreRows scores, ModelInputs inputs) {
        this.clients = clients;
        this.scores = scores;
        this.inputs = inputs;
    }

    @GetMapping("/api/clients/{clientId}/scores")
    @Operation(
            summary = "Every score record of a client, newest first",
            description =
                    "Reasons are told in English or French, by Accept-Language, with what is usual for the version"
                            + " that gave the score.")
    ResponseEntity<Page<ShownScore>> list(
            @PathVariable String clientId,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor,
            Freshness freshness,
            HttpServletRequest request) {
        Portfolio portfolio = Portfolio.current();
        int most = Asked.limit(limit);
        Cursor position = Cursor.of("scores", clientId);
        long before = position.readNumber(cursor, Long.MAX_VALUE);
        List<ScoreRow> found = scores.before(portfolio, clientId, before, Limit.of(most + 1));
        if (found.isEmpty() && !clients.exists(portfolio, clientId)) {
            throw Unknown.client();
        }
        Locale language = AskedLanguage.of(request);
        return Page.answer(
                found,
                most,
                row -> ShownScore.of(row, inputs.of(row.modelName, row.modelVersion), language),
                last -> position.after(Long.toString(last.scoreSequence)));
    }
}
