package io.vigie.scoring.scoreclient;

import io.vigie.contracts.features.ChurnFeatures;
import io.vigie.contracts.score.ClientScore;
import io.vigie.contracts.score.Outcome;
import io.vigie.scoring.scoreclient.ClientFold.CannotFollow;
import io.vigie.scoring.scoreclient.EventDecoder.Decoded;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** What happens to one record: exactly one of a score, a dead letter, parking, or being counted as a duplicate. */
final class EventScoring {

    private final EventDecoder decoder;
    private final ModelsInUse models;
    private final KeyValueStore<String, byte[]> states;
    private final ParkedEvents parked;
    private final ScoreOutput output;
    private final ModelSketches sketches;

    EventScoring(
            EventDecoder decoder,
            ModelsInUse models,
            KeyValueStore<String, byte[]> states,
            ParkedEvents parked,
            ScoreOutput output,
            ModelSketches sketches) {
        this.decoder = decoder;
        this.models = models;
        this.states = states;
        this.parked = parked;
        this.output = output;
        this.sketches = sketches;
    }

    void handle(Incoming record) {
        Decoded decoded = decoder.decode(record);
        if (decoded instanceof Decoded.Event known) {
            receive(known.event());
        } else {
            output.deadLetter(record, ((Decoded.Garbage) decoded).reason());
        }
    }

    private void receive(ReceivedEvent event) {
        ClientState state = load(event.clientId());
        if (event.version() > state.version() + 1) {
            park(state, event);
            return;
        }
        if (event.version() <= state.version()) {
            if (state.had(event.version(), event.idDigest())) {
                output.duplicate();
                return;
            }
            ClientState undo = state.undo();
            if (undo == null || event.version() != undo.version() + 1) {
                output.deadLetter(event.record(), "The version was that of another event already.");
                return;
            }
            // What was applied in this event's place was never the client's; the scores already given stay numbered.
            state = undo.withLast(state.last()).withParked(state.parked());
        }
        ClientState next = applied(state, event);
        if (next != null) {
            save(event.clientId(), drained(event.clientId(), next.withUndo(null)));
        }
    }

    private void park(ClientState state, ReceivedEvent event) {
        Incoming same = parked(event.clientId(), event.version(), event.id().toString());
        if (same != null && !(same.isEviction() && event.record().isRetry())) {
            output.duplicate();
            return;
        }
        long missing = state.version() + 1;
        if (same != null) {
            parked.replace(event.clientId(), event.version(), event.record());
        } else if (parked.park(event.clientId(), event.version(), event.record())) {
            save(event.clientId(), state.withParked(state.parked() + 1));
        }
        output.deadLetter(
                event.record(),
                "Version " + event.version() + " came where " + missing + " is next: parked until " + missing
                        + " is there, retried or evicted.");
    }

    private @Nullable ClientState applied(ClientState state, ReceivedEvent event) {
        try {
            ClientState next = state.after(event.idDigest(), ClientFold.next(state.facts(), event));
            return scored(event.clientId(), next, Cause.event(event));
        } catch (CannotFollow reason) {
            output.deadLetter(event.record(), String.valueOf(reason.getMessage()));
            return null;
        }
    }

    private ClientState scored(String clientId, ClientState state, Cause cause) {
        Scorers scorers = models.current();
        Scorer champion = scorers.champion();
        long start = System.nanoTime();
        ClientScore score = champion.score(clientId, state, cause);
        output.score(score, System.nanoTime() - start);
        boolean counts = score.outcome() != Outcome.DEPARTED;
        Instant at = score.scoredAt();
        int[] counted = state.last().countedOnDayOf(at);
        if (counts) {
            counted = sketches.count(champion, () -> given(state, cause), score.probability(), at, counted);
        }
        Scorer challenger = scorers.challenger();
        if (challenger != null) {
            start = System.nanoTime();
            ClientScore shadow = challenger.score(clientId, state, cause);
            output.shadow(shadow, System.nanoTime() - start);
            if (counts) {
                counted = sketches.count(challenger, () -> given(state, cause), shadow.probability(), at, counted);
            }
        }
        return state.withLast(champion.remembered(score, counted));
    }

    private static double[] given(ClientState state, Cause cause) {
        return state.facts() == null ? new double[0] : ChurnFeatures.at(state.facts(), cause.at());
    }

    private ClientState drained(String clientId, ClientState filled) {
        ClientState state = filled;
        if (state.parked() > 0 && parked.take(clientId, state.version()) != null) {
            state = unparked(state);
        }
        while (state.parked() > 0) {
            Incoming record = parked.take(clientId, state.version() + 1);
            if (record == null) {
                return state;
            }
            ClientState before = unparked(state);
            if (record.isEviction()) {
                state = skipped(clientId, before, record);
                continue;
            }
            ClientState next =
                    decoder.decode(record) instanceof Decoded.Event known ? applied(before, known.event()) : null;
            if (next == null) {
                return before;
            }
            state = next.withUndo(before.undo() == null ? before : before.undo());
        }
        return state;
    }

    private static ClientState unparked(ClientState state) {
        return state.withParked(state.parked() - 1);
    }

    /**
     * Counts the event as done without handling it. The eviction of one whose turn hasn't come waits for that, in the
     * event's place where the event itself is parked.
     */
    void evict(Incoming record) {
        String clientId = decoder.keyOf(record);
        long version = decoder.versionOf(record);
        if (clientId == null || version == 0) {
            return;
        }
        ClientState state = load(clientId);
        Incoming same = parked(clientId, version, decoder.idOf(record));
        if (version == state.version() + 1) {
            save(clientId, drained(clientId, skipped(clientId, state, record)));
        } else if (version > state.version() && parked.park(clientId, version, record)) {
            save(clientId, state.withParked(state.parked() + 1));
        } else if (same != null && !same.isEviction()) {
            parked.replace(clientId, version, record);
        } else {
            output.duplicate();
        }
    }

    private ClientState skipped(String clientId, ClientState state, Incoming record) {
        Cause cause = Cause.evicted(decoder.idOf(record), decoder.timeOf(record), record.source());
        long digest = cause.eventId() == null ? 0 : ReceivedEvent.digest(UUID.fromString(cause.eventId()));
        ClientState next = state.after(digest, state.facts());
        if (cause.eventId() != null) {
            next = scored(clientId, next, cause);
        }
        ClientState undo = state.undo();
        return next.withUndo(undo == null ? state : undo);
    }

    private @Nullable Incoming parked(String clientId, long version, @Nullable String eventId) {
        Incoming waiting = parked.peek(clientId, version);
        return waiting != null && eventId != null && eventId.equals(decoder.idOf(waiting)) ? waiting : null;
    }

    /** Scores a client anew without an event. */
    void rescore(String clientId, ClientState state, Cause cause) {
        save(clientId, scored(clientId, state, cause));
    }

    /** The challenger's answer to the last score; there must be a challenger. */
    void shadow(String clientId, ClientState state, Cause cause) {
        Scorers scorers = models.current();
        Scorer challenger = Objects.requireNonNull(scorers.challenger());
        long start = System.nanoTime();
        ClientScore shadow = challenger.answerToLast(clientId, state, cause);
        output.shadow(shadow, System.nanoTime() - start);
        LastScore last = state.last();
        Instant at = shadow.scoredAt();
        if (last.isOfDayOf(at)) {
            int[] counted = sketches.count(challenger, last::features, shadow.probability(), at, last.counted());
            if (counted != last.counted()) {
                save(clientId, state.withLast(last.withCounted(counted)));
            }
        }
    }

    private ClientState load(String clientId) {
        return ClientStateFormat.read(states.get(clientId));
    }

    private void save(String clientId, ClientState state) {
        states.put(clientId, ClientStateFormat.write(state));
    }
}
