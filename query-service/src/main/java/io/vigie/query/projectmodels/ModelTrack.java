package io.vigie.query.projectmodels;

import io.vigie.contracts.EventTypes;
import io.vigie.contracts.Topics;
import io.vigie.contracts.model.ModelEvent;
import io.vigie.query.changes.Change;
import io.vigie.query.changes.Notices;
import io.vigie.query.platform.TableWrite;
import io.vigie.query.platform.TopicSettings;
import io.vigie.query.platform.Writes;
import io.vigie.query.projection.Arrival;
import io.vigie.query.projection.EventRecord;
import io.vigie.query.projection.Garbage;
import io.vigie.query.projection.Numbered;
import io.vigie.query.projection.Track;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Model events, by the model's version. */
@Component
final class ModelTrack implements Track<EventRecord<ModelEvent>, ModelState> {

    private static final TableWrite<Step<EventRecord<ModelEvent>>> HISTORY = EventRecord.history("model");
    private static final TableWrite<ModelState> VIEW = TableWrite.<ModelState>into("model_view")
            .key("model_name", "text", ModelState::modelName)
            .column("version", "int8", ModelState::version)
            .column("champion", "int4", ModelState::champion)
            .column("challenger", "int4", ModelState::challenger)
            .column("latest", "int4", ModelState::latest)
            .column("decided", "int8", ModelState::decided)
            .orSet();

    private final int partitions;

    ModelTrack(TopicSettings topics) {
        this.partitions = topics.partitions();
    }

    @Override
    public String name() {
        return "models";
    }

    @Override
    public String topic() {
        return Topics.MODEL_EVENTS.name();
    }

    @Override
    public Numbered<EventRecord<ModelEvent>> read(Arrival arrival) throws Garbage {
        return EventRecord.read(arrival, partitions, EventTypes::model, ModelEvent.class, ModelEvent::modelName);
    }

    @Override
    public Numbered<EventRecord<ModelEvent>> place(Arrival arrival) throws Garbage {
        return EventRecord.place(arrival);
    }

    @Override
    public Map<String, ModelState> load(JdbcTemplate jdbc, Set<String> subjects) {
        Map<String, ModelState> models = new HashMap<>();
        jdbc.query("select * from model_view where model_name = any(?)", ModelState::read, (Object)
                        subjects.toArray(String[]::new))
                .forEach(model -> models.put(model.modelName(), model));
        return models;
    }

    @Override
    public long number(ModelState state) {
        return state.version();
    }

    @Override
    public List<Applied> applied(JdbcTemplate jdbc, Collection<String> subjects, Collection<Long> numbers) {
        return EventRecord.applied(jdbc, "model", subjects, numbers);
    }

    @Override
    public ModelState fold(@Nullable ModelState state, Numbered<EventRecord<ModelEvent>> next) {
        return skip(state, next).after(next.payload().known());
    }

    @Override
    public ModelState skip(@Nullable ModelState state, Numbered<EventRecord<ModelEvent>> evicted) {
        return (state == null ? ModelState.unknown(evicted.subject()) : state).at(evicted.number());
    }

    @Override
    public void write(Writes writes, Collection<ModelState> changed, List<Step<EventRecord<ModelEvent>>> steps) {
        HISTORY.write(writes, steps);
        VersionRows.write(writes, steps);
        VIEW.write(writes, changed);
        Notices.tell(writes, Change.Kind.MODEL, changed, ModelState::modelName);
    }
}
