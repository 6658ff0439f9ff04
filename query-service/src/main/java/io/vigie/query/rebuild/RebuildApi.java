package io.vigie.query.rebuild;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Rebuilds")
class RebuildApi {

    private final Rebuilds rebuilds;

    RebuildApi(Rebuilds rebuilds) {
        this.rebuilds = rebuilds;
    }

    /**
     * What to do.
     *
     * @param dryRun compare only, and keep the live views; false unless it is sent
     */
    record Wish(@Nullable Boolean dryRun) {}

    @PostMapping("/api/rebuilds")
    @Operation(
            operationId = "rebuild",
            summary = "Builds the views anew from Kafka beside the live ones, compares their rows and swaps them",
            description = "Reads and projections go on meanwhile. One at a time, else 409.")
    @ApiResponse(responseCode = "202", description = "Begun; Location tells how it goes", useReturnTypeSchema = true)
    ResponseEntity<RebuildReport> begin(@RequestBody(required = false) @Nullable Wish wish) {
        RebuildReport report = rebuilds.begin(wish != null && Boolean.TRUE.equals(wish.dryRun()));
        return ResponseEntity.accepted()
                .location(URI.create("/api/rebuilds/" + report.rebuildId()))
                .body(report);
    }

    @GetMapping("/api/rebuilds/{rebuildId}")
    @Operation(operationId = "showRebuild", summary = "How a rebuild goes, or went")
    RebuildReport show(@PathVariable String rebuildId) {
        return rebuilds.get(rebuildId);
    }
}
