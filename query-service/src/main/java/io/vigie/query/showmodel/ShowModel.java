package io.vigie.query.showmodel;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vigie.query.knownmodels.KnownModel;
import io.vigie.query.knownmodels.KnownModels;
import io.vigie.query.platform.TopicSettings;
import io.vigie.query.platform.Versioned;
import io.vigie.query.showmodel.ShownModel.Happening;
import io.vigie.query.showmodel.ShownModel.Swap;
import io.vigie.query.showmodel.ShownModel.Version;
import io.vigie.query.trackprogress.Freshness;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Models")
class ShowModel {

    private final KnownModels models;
    private final JdbcTemplate jdbc;
    private final int partitions;

    ShowModel(KnownModels models, JdbcTemplate jdbc, TopicSettings topics) {
        this.models = models;
        this.jdbc = jdbc;
        this.partitions = topics.partitions();
    }

    @GetMapping("/api/models/{name}")
    @Operation(
            operationId = "showModel",
            summary = "A model with its versions, its history and where it scores",
            description = "The ETag is the model's revision.")
    ShownModel show(@PathVariable String name, Freshness freshness, HttpServletResponse response) {
        KnownModel model = models.model(name);
        List<Swap> swaps = swaps(name);
        Versioned.head(response, model.revision());
        return new ShownModel(
                model.name(),
                model.revision(),
                model.champion(),
                model.challenger(),
                models.versions(name).stream().map(Version::of).toList(),
                history(name),
                swaps,
                isInPlace(model, swaps));
    }

    /** A deployment has the revision of the event that led to it; one of a later one says the same or is on its way. */
    private @Nullable Boolean isInPlace(KnownModel model, List<Swap> swaps) {
        if (model.decided() == 0) {
            return true;
        }
        if (swaps.isEmpty()) {
            return null;
        }
        return swaps.stream().filter(swap -> swap.revision() >= model.decided()).count() >= partitions;
    }

    private List<Happening> history(String name) {
        return jdbc.query(
                "select * from model_event where model_id = ? and handled order by version", Happenings::read, name);
    }

    private List<Swap> swaps(String name) {
        return jdbc.query(
                "select * from model_swap where model_name = ? order by partition",
                (row, index) -> new Swap(
                        row.getInt("partition"),
                        row.getLong("event_offset"),
                        row.getLong("revision"),
                        row.getInt("champion"),
                        row.getObject("challenger", Integer.class),
                        Happenings.instant(row, "swapped_at")),
                name);
    }
}
