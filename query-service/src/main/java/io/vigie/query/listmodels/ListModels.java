package io.vigie.query.listmodels;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vigie.query.knownmodels.KnownModel;
import io.vigie.query.knownmodels.KnownModels;
import io.vigie.query.platform.Asked;
import io.vigie.query.platform.Cursor;
import io.vigie.query.platform.Page;
import io.vigie.query.trackprogress.Freshness;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Models")
class ListModels {

    private final KnownModels models;

    ListModels(KnownModels models) {
        this.models = models;
    }

    /**
     * A model at a glance.
     *
     * @param revision version of the model, which commands take in {@code If-Match}
     * @param champion number of the version whose scores are the risk, null for none
     * @param challenger number of the version that scores in shadow, null for none
     * @param versions how many there are
     * @param latest the highest number
     */
    record ListedModel(
            String name,
            long revision,
            @Nullable Integer champion,
            @Nullable Integer challenger,
            int versions,
            int latest) {

        static ListedModel of(KnownModel model) {
            return new ListedModel(
                    model.name(),
                    model.revision(),
                    model.champion(),
                    model.challenger(),
                    model.versions(),
                    model.latest());
        }
    }

    @GetMapping("/api/models")
    @Operation(operationId = "listModels", summary = "Models with their champion and challenger, by name")
    ResponseEntity<Page<ListedModel>> list(
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor,
            Freshness freshness) {
        int most = Asked.limit(limit);
        Cursor position = Cursor.of("models");
        return Page.answer(
                models.after(position.readOne(cursor, ""), most + 1),
                most,
                ListedModel::of,
                last -> position.after(last.name()));
    }
}
