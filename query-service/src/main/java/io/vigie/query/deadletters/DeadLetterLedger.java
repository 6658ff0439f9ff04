package io.vigie.query.deadletters;

import io.vigie.contracts.Headers;
import io.vigie.contracts.Topics;
import io.vigie.query.changes.Change;
import io.vigie.query.changes.Notices;
import io.vigie.query.platform.TableWrite;
import io.vigie.query.platform.Writes;
import io.vigie.query.projection.Arrival;
import io.vigie.query.projection.DeadLetterId;
import io.vigie.query.projection.HeaderText;
import io.vigie.query.projection.Ledger;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Fills the table of dead letters. One letter that was posted twice (a consumer died in between) is one row. */
@Component
final class DeadLetterLedger implements Ledger {

    private static final int LONGEST = 500;
    private static final TableWrite<Arrival> TABLE = TableWrite.<Arrival>into("dead_letter")
            .key("dead_letter_id", "int8", arrival -> arrival.kafkaRecord().offset())
            .column("consumer", "text", arrival -> text(arrival, Headers.DEAD_LETTER_CONSUMER))
            .column("origin", "text", DeadLetterLedger::origin)
            .column("retry_of", "int8", arrival -> DeadLetterId.read(arrival.headers()))
            .column("reason", "text", arrival -> text(arrival, Headers.DEAD_LETTER_REASON))
            .column("time", "timestamptz", DeadLetterLedger::time)
            .column("record_key", "bytea", arrival -> arrival.kafkaRecord().key())
            .column("record_value", "bytea", Arrival::value)
            .column(
                    "record_headers",
                    "text",
                    arrival -> HeaderText.write(arrival.kafkaRecord().headers()))
            .orKeep();

    @Override
    public String topic() {
        return Topics.DEAD_LETTERS.name();
    }

    @Override
    public void write(Writes writes, List<Arrival> arrivals) {
        TABLE.write(writes, arrivals);
        Notices.tell(
                writes,
                Change.Kind.DEAD_LETTER,
                arrivals,
                arrival -> Long.toString(arrival.kafkaRecord().offset()));
    }

    private static String text(Arrival arrival, String header) {
        String value = arrival.headers().getOrDefault(header, "unknown").replace('\0', ' ');
        return value.substring(0, Math.min(value.length(), LONGEST));
    }

    private static String origin(Arrival arrival) {
        String origin = text(arrival, Headers.DEAD_LETTER_ORIGIN);
        return origin.equals("unknown") ? arrival.origin() : origin;
    }

    private static Instant time(Arrival arrival) {
        try {
            Instant time = Instant.parse(text(arrival, Headers.DEAD_LETTER_TIME));
            if (time.getEpochSecond() >= 0 && time.isBefore(Instant.parse("9999-01-01T00:00:00Z"))) {
                return time;
            }
        } catch (DateTimeException notATime) {
            // The record's own time has to do.
        }
        long timestamp = arrival.kafkaRecord().timestamp();
        return Instant.ofEpochMilli(timestamp < 0 || timestamp > 253_370_764_800_000L ? 0 : timestamp);
    }
}
