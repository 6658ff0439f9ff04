package io.vigie.command.model;

import io.vigie.command.eventstore.AggregateIds;
import io.vigie.command.modelregistry.ModelDocument;
import io.vigie.command.modelregistry.ModelRegistry;
import io.vigie.command.platform.Precondition;
import io.vigie.command.platform.Recorded;
import io.vigie.command.platform.Refused;
import io.vigie.contracts.model.ModelEvent;
import io.vigie.contracts.model.ModelEvent.ModelUploaded;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;

/** As {@code Clients}, for models: documents and decisions go into the registry with the events that speak of them. */
public final class Models {

    private final Repository<Model> repository;
    private final ModelRegistry registry;

    /** Models in that store, handed out from that registry. */
    public Models(Repository<Model> repository, ModelRegistry registry) {
        this.repository = repository;
        this.registry = registry;
    }

    /** Records what {@code rule} answers for a model that may not exist yet; the document is kept with a new version. */
    public Recorded upload(ModelDocument document, Function<ModelState, List<ModelEvent>> rule) throws Exception {
        Optional<Aggregate<Model>> known = find(document.modelName());
        known.ifPresentOrElse(
                model -> Precondition.ofCurrentCommand().check(model.version() + 1),
                () -> Precondition.ofCurrentCommand().checkAbsent());
        List<ModelEvent> events = rule.apply(known.map(Models::state).orElse(ModelState.NONE));
        Aggregate<Model> model = known.orElse(null);
        if (model == null) {
            model = repository.newInstance(() -> Model.begun(events));
        } else {
            model.execute(aggregate -> aggregate.record(events));
        }
        CurrentUnitOfWork.get()
                .onPrepareCommit(work -> events.forEach(event -> {
                    if (event instanceof ModelUploaded uploaded) {
                        registry.keep(document, uploaded.version());
                    }
                }));
        return new Recorded(model.identifierAsString(), model.version() + 1, !events.isEmpty());
    }

    /** Records what {@code rule} answers for the model as it is; nothing, if it answers nothing. */
    public Recorded change(String name, Function<ModelState, List<ModelEvent>> rule) {
        Aggregate<Model> model =
                find(name).orElseThrow(() -> Refused.notFound("model-not-found", "There is no model of this name."));
        Precondition.ofCurrentCommand().check(model.version() + 1);
        ModelState before = state(model);
        List<ModelEvent> events = rule.apply(before);
        model.execute(aggregate -> aggregate.record(events));
        ModelState after = state(model);
        long revision = model.version() + 1;
        if (!Objects.equals(before.champion(), after.champion())
                || !Objects.equals(before.challenger(), after.challenger())) {
            // After the append, as the places of account managers.
            CurrentUnitOfWork.get()
                    .onPrepareCommit(work -> registry.decide(name, revision, after.champion(), after.challenger()));
        }
        return new Recorded(model.identifierAsString(), revision, !events.isEmpty());
    }

    private Optional<Aggregate<Model>> find(String name) {
        try {
            return Optional.of(repository.load(AggregateIds.ofModel(name)));
        } catch (AggregateNotFoundException e) {
            return Optional.empty();
        }
    }

    private static ModelState state(Aggregate<Model> model) {
        return model.invoke(Model::state);
    }
}
