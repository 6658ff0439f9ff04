package io.vigie.query.listmodels;

import io.vigie.query.changes.Change;
import io.vigie.query.changes.Change.Kind;
import io.vigie.query.knownmodels.KnownModel;
import io.vigie.query.knownmodels.KnownModels;
import io.vigie.query.livestream.Audience;
import io.vigie.query.livestream.LiveTopic;
import io.vigie.query.livestream.Patch;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Models as they change. */
@Component
final class LiveModels implements LiveTopic {

    private final KnownModels models;

    LiveModels(KnownModels models) {
        this.models = models;
    }

    /** See {@link ListModels.ListedModel}. */
    record LiveModel(
            String name,
            long revision,
            @Nullable Integer champion,
            @Nullable Integer challenger) {

        static LiveModel of(KnownModel model) {
            return new LiveModel(model.name(), model.revision(), model.champion(), model.challenger());
        }
    }

    @Override
    public String name() {
        return "models";
    }

    @Override
    public String read() {
        return "/api/models";
    }

    @Override
    public Set<Kind> kinds() {
        return Set.of(Kind.MODEL);
    }

    @Override
    public List<Patch> patches(Audience audience, List<Change> changes) {
        return changes.stream()
                .flatMap(change -> models.find(change.id()).stream())
                .map(model -> new Patch(model.name(), LiveModel.of(model)))
                .toList();
    }
}
