package io.vigie.query.summary;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vigie.query.platform.Portfolio;
import io.vigie.query.trackprogress.Freshness;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Risk")
class ShowSummary {

    private final Summaries summaries;

    ShowSummary(Summaries summaries) {
        this.summaries = summaries;
    }

    @GetMapping("/api/summary")
    @Operation(summary = "All clients in a few numbers")
    Summary show(Freshness freshness) {
        return summaries.of(Portfolio.current());
    }
}
