package io.vigie.query.projectmodelsketches;

import io.vigie.contracts.Topics;
import io.vigie.contracts.model.ModelSketch;
import io.vigie.contracts.sketch.Bins;
import io.vigie.contracts.sketch.Sketch;
import io.vigie.query.platform.TableWrite;
import io.vigie.query.platform.TopicSettings;
import io.vigie.query.platform.Wire;
import io.vigie.query.platform.Writes;
import io.vigie.query.projection.Arrival;
import io.vigie.query.projection.Garbage;
import io.vigie.query.projection.Register;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The table {@code model_sketch}: of each version, day and partition what was told last, which is all of it. */
@Component
final class Sketches implements Register<Sketches.Told> {

    private static final String NAME = "[a-z][a-z0-9-]{0,39}";
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 9999;
    private static final int LAST_BIN = Bins.of(Double.MAX_VALUE);

    /** More clients than there are people; sums of them are far from any limit. */
    private static final long MOST_RECORDS = 100_000_000_000L;

    private static final TableWrite<Told> TABLE = TableWrite.<Told>into("model_sketch")
            .key("model_name", "text", row -> row.sketch().name())
            .key("version", "int4", row -> row.sketch().version())
            .key("day", "date", row -> row.sketch().day())
            .key("partition", "int4", row -> row.sketch().partition())
            .column("record_offset", "int8", Told::offset)
            .column("records", "int8", row -> row.sketch().score().records())
            .column("score", "text", row -> Wire.text(row.sketch().score()))
            .column("inputs", "text", row -> Wire.text(row.sketch().inputs()))
            .column("updated_at", "timestamptz", row -> row.sketch().updatedAt())
            .orSetToLater("record_offset");

    private final int partitions;

    Sketches(TopicSettings topics) {
        this.partitions = topics.partitions();
    }

    record Told(ModelSketch sketch, long offset) {}

    @Override
    public String topic() {
        return Topics.MODEL_SKETCHES.name();
    }

    @Override
    public Told read(Arrival arrival) throws Garbage {
        try {
            ModelSketch sketch = Wire.read(arrival.value(), ModelSketch.class);
            if (!sketch.key().equals(arrival.key())) {
                throw new Garbage("the key isn't that of the value");
            }
            if (!sketch.name().matches(NAME)
                    || sketch.version() < 1
                    || sketch.day().getYear() < FIRST_YEAR
                    || sketch.day().getYear() > LAST_YEAR
                    || sketch.partition() < 0
                    || sketch.partition() >= partitions) {
                throw new Garbage("it isn't of a version, day and partition that can be");
            }
            int year = sketch.updatedAt().atOffset(ZoneOffset.UTC).getYear();
            if (year < FIRST_YEAR || year > LAST_YEAR) {
                throw new Garbage("it isn't of a time that can be");
            }
            demand(sketch.score());
            for (Sketch input : sketch.inputs().values()) {
                demand(input);
            }
            return new Told(sketch, arrival.firstOffset());
        } catch (Wire.NotReadable notReadable) {
            throw new Garbage(String.valueOf(notReadable.getMessage()));
        }
    }

    private static void demand(@Nullable Sketch sketch) throws Garbage {
        if (sketch == null
                || sketch.bins().keySet().stream().anyMatch(bin -> Math.abs((long) bin) > LAST_BIN)
                || sketch.bins().values().stream().anyMatch(count -> count > MOST_RECORDS)
                || sketch.missing() > MOST_RECORDS
                || sketch.invalid() > MOST_RECORDS
                || sketch.outOfRange() > MOST_RECORDS
                || sketch.records() > MOST_RECORDS) {
            throw new Garbage("its counts can't be");
        }
    }

    @Override
    public void write(Writes writes, List<Told> understood) {
        Map<String, Told> latest = new TreeMap<>();
        understood.forEach(row ->
                latest.merge(row.sketch().key(), row, BinaryOperator.maxBy(Comparator.comparingLong(Told::offset))));
        TABLE.write(writes, latest.values());
    }
}
