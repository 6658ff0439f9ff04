package io.vigie.scoring.scoreclient;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Time alone changes risk: once in every slot of the schedule each active client gets a score, unless it got one in that
 * slot already. Slots are counted from 1970, so that a day's is the UTC day and a restart doesn't begin a new one. A
 * sweep goes a few clients at a time, so that events never wait for it. One that outlasts its slot goes on to the end and
 * counts for the slot in which it began: the next, from the first client on, is for those that it had passed before.
 */
final class Rescoring {

    static final Duration TICK = Duration.ofMillis(200);
    static final int CHUNK = 200;

    private final KeyValueStore<String, byte[]> states;
    private final EventScoring scoring;
    private final Clock clock;
    private final long period;

    private long swept = Long.MIN_VALUE;
    private long begun = Long.MIN_VALUE;
    private @Nullable String cursor;

    Rescoring(KeyValueStore<String, byte[]> states, EventScoring scoring, Clock clock, Duration schedule) {
        this.states = states;
        this.scoring = scoring;
        this.clock = clock;
        this.period = schedule.toMillis();
    }

    void step() {
        Instant now = clock.instant();
        long slot = slot(now.toEpochMilli());
        if (slot == swept) {
            return;
        }
        if (cursor == null) {
            begun = slot;
        }
        List<KeyValue<String, byte[]>> chunk = chunk();
        for (KeyValue<String, byte[]> entry : chunk) {
            ClientState state = ClientStateFormat.read(entry.value);
            if (due(state, slot)) {
                Instant begin = Instant.ofEpochMilli(slot * period);
                scoring.rescore(entry.key, state, Cause.schedule(entry.key, begin, now));
            }
        }
        if (chunk.size() < CHUNK) {
            swept = begun;
            cursor = null;
        } else {
            cursor = chunk.get(chunk.size() - 1).key;
        }
    }

    private List<KeyValue<String, byte[]>> chunk() {
        List<KeyValue<String, byte[]>> chunk = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> rest = states.range(cursor, null)) {
            while (rest.hasNext() && chunk.size() < CHUNK) {
                KeyValue<String, byte[]> entry = rest.next();
                if (!entry.key.equals(cursor)) {
                    chunk.add(entry);
                }
            }
        }
        return chunk;
    }

    private boolean due(ClientState state, long slot) {
        Facts facts = state.facts();
        return facts != null && facts.active() && slot(state.last().at()) < slot;
    }

    private long slot(long epochMillis) {
        return Math.floorDiv(epochMillis, period);
    }
}
