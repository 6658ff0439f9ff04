package io.vigie.command.model;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.vigie.command.eventstore.AggregateIds;
import io.vigie.contracts.model.ModelEvent;
import java.util.List;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;

/** The model as Axon keeps it; the fold is {@link ModelState#evolve}. */
@SuppressWarnings("NullAway.Init") // Axon makes an empty one and sources it
public class Model {

    @AggregateIdentifier
    private String modelId;

    private ModelState state = ModelState.NONE;

    Model() {}

    static Model begun(List<ModelEvent> events) {
        Model model = new Model();
        model.record(events);
        return model;
    }

    ModelState state() {
        return state;
    }

    void record(List<ModelEvent> events) {
        events.forEach(event -> apply(event));
    }

    @EventSourcingHandler
    void on(ModelEvent event) {
        modelId = AggregateIds.ofModel(event.modelName());
        state = state.evolve(event);
    }
}
