package io.vigie.scoring.scoreclient;

import io.vigie.contracts.Headers;
import io.vigie.contracts.Topics;
import io.vigie.contracts.score.SourcePosition;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Reads a record of the retry topic as what it was before it became a dead letter. */
final class Retried {

    /** A topic's name has 249 characters at most; longer ones are made up. */
    private static final int LONGEST_ORIGIN = 300;

    private Retried() {}

    static Incoming incoming(Record<byte[], byte[]> record, RecordMetadata at) {
        String origin = Incoming.header(record.headers(), Headers.DEAD_LETTER_ORIGIN);
        return new Incoming(
                record.key(),
                record.value(),
                record.headers(),
                record.timestamp(),
                at.partition(),
                source(origin),
                origin == null || origin.length() > LONGEST_ORIGIN
                        ? at.topic() + "/" + at.partition() + "/" + at.offset()
                        : origin);
    }

    /** Null when the origin isn't a place on the topic of client events. */
    private static @Nullable SourcePosition source(@Nullable String origin) {
        String prefix = Topics.CLIENT_EVENTS.name() + "/";
        if (origin == null || !origin.startsWith(prefix)) {
            return null;
        }
        String[] place = origin.substring(prefix.length()).split("/", -1);
        boolean numbers = place.length == 2 && place[0].matches("[0-9]{1,9}") && place[1].matches("[0-9]{1,18}");
        return numbers ? new SourcePosition(Integer.parseInt(place[0]), Long.parseLong(place[1])) : null;
    }
}
