package io.vigie.query.deadletters;

import io.vigie.contracts.Headers;
import io.vigie.contracts.Topics;
import io.vigie.query.changes.Change;
import io.vigie.query.changes.Notices;
import io.vigie.query.platform.TableWrite;
import io.vigie.query.platform.Writes;
import io.vigie.query.projection.Arrival;
import io.vigie.query.projection.Ledger;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import org.springframework.stereotype.Component;

/** Remembers what was decided about each dead letter; the last decision holds, in whatever order they come. */
@Component
final class DecisionLedger implements Ledger {

    private static final TableWrite<Arrival> TABLE = TableWrite.<Arrival>into("dead_letter_decision")
            .key("dead_letter_id", "int8", Arrival::retryOf)
            .column("action", "text", arrival -> arrival.intent() == Arrival.Intent.EVICT ? "evict" : "retry")
            .column("decided_at", "timestamptz", DecisionLedger::time)
            .column("decided_offset", "int8", arrival -> arrival.kafkaRecord().offset())
            .orSetToLater("decided_at", "decided_offset");
    private static final Comparator<Arrival> BY_TIME = Comparator.comparing(DecisionLedger::time)
            .thenComparing(arrival -> arrival.kafkaRecord().offset());

    @Override
    public String topic() {
        return Topics.RETRIES.name();
    }

    @Override
    public void write(Writes writes, List<Arrival> arrivals) {
        Map<Long, Arrival> last = new TreeMap<>();
        arrivals.stream()
                .filter(arrival -> arrival.retryOf() != Arrival.NONE)
                .filter(arrival -> arrival.headers().containsKey(Headers.RETRY_CONSUMER))
                .forEach(arrival -> last.merge(arrival.retryOf(), arrival, BinaryOperator.maxBy(BY_TIME)));
        TABLE.write(writes, last.values());
        Notices.tell(writes, Change.Kind.DEAD_LETTER, last.keySet(), id -> Long.toString(id));
    }

    private static Instant time(Arrival arrival) {
        return Instant.ofEpochMilli(Math.max(0, Math.min(arrival.kafkaRecord().timestamp(), 253_370_764_800_000L)));
    }
}
