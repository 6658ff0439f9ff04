package io.vigie.query.projectmodels;

import io.vigie.contracts.Topics;
import io.vigie.contracts.model.ModelSwap;
import io.vigie.query.platform.TableWrite;
import io.vigie.query.platform.TopicSettings;
import io.vigie.query.platform.Wire;
import io.vigie.query.platform.Writes;
import io.vigie.query.projection.Arrival;
import io.vigie.query.projection.Garbage;
import io.vigie.query.projection.Register;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import org.springframework.stereotype.Component;

/** Which versions score each partition. */
@Component
final class Swaps implements Register<Swaps.Recorded> {

    private static final TableWrite<Recorded> TABLE = TableWrite.<Recorded>into("model_swap")
            .key("model_name", "text", row -> row.swap().name())
            .key("partition", "int4", row -> row.swap().partition())
            .column("revision", "int8", row -> row.swap().revision())
            .column("record_offset", "int8", Recorded::offset)
            .column("champion", "int4", row -> row.swap().champion().version())
            .column("challenger", "int4", row -> {
                var challenger = row.swap().challenger();
                return challenger == null ? null : challenger.version();
            })
            .column("event_offset", "int8", row -> row.swap().offset())
            .column("swapped_at", "timestamptz", row -> row.swap().swappedAt())
            .orSetToLater("revision", "record_offset");
    private static final Comparator<Recorded> ORDER =
            Comparator.<Recorded>comparingLong(row -> row.swap().revision()).thenComparing(Recorded::offset);

    private final int partitions;

    Swaps(TopicSettings topics) {
        this.partitions = topics.partitions();
    }

    record Recorded(ModelSwap swap, long offset) {}

    @Override
    public String topic() {
        return Topics.MODEL_SWAPS.name();
    }

    @Override
    public Recorded read(Arrival arrival) throws Garbage {
        try {
            ModelSwap swap = Wire.read(arrival.value(), ModelSwap.class);
            if (!swap.name().equals(arrival.key())) {
                throw new Garbage("the key isn't the model in the value");
            }
            if (swap.partition() < 0 || swap.partition() >= partitions || swap.offset() < 0 || swap.revision() < 1) {
                throw new Garbage("it isn't at a place that there is");
            }
            return new Recorded(swap, arrival.firstOffset());
        } catch (Wire.NotReadable notReadable) {
            throw new Garbage(String.valueOf(notReadable.getMessage()));
        }
    }

    @Override
    public void write(Writes writes, List<Recorded> understood) {
        Map<String, Recorded> latest = new TreeMap<>();
        understood.forEach(row ->
                latest.merge(row.swap().name() + "/" + row.swap().partition(), row, BinaryOperator.maxBy(ORDER)));
        TABLE.write(writes, latest.values());
    }
}
