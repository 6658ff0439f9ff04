package io.vigie.scoring.scoreclient;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Time alone changes risk: once in every slot of the schedule each active client gets a score, unless it got one in that
 * slot already. Slots are counted from 1970, so that a day's is the UTC day and a restart doesn't begin a new one. So
 * does another champion: each active client whose last score is another model's gets one. A sweep goes a few clients at a
 * time, so that events never wait long for it. One that outlasts its slot or its champion goes on to the end and counts for
 * those with which it began: the next, from the first client on, is for the clients that it had passed before.
 */
final class Rescoring {

    /** Each costs a transaction: with a shorter one a system that nobody uses would be busy with those. */
    static final Duration TICK = Duration.ofMillis(500);

    private final ClientChunks clients;
    private final EventScoring scoring;
    private final ModelsInUse models;
    private final Clock clock;
    private final long period;

    private @Nullable Sweep swept;
    private @Nullable Sweep begun;
    private @Nullable String cursor;

    /**
     * What a sweep is for: the slot of the schedule and the deployment. Its champion alone wouldn't do: one that comes back
     * after a rollback finds clients that the other one has scored in the meantime.
     */
    private record Sweep(long slot, long revision) {}

    Rescoring(ClientChunks clients, EventScoring scoring, ModelsInUse models, Clock clock, Duration schedule) {
        this.clients = clients;
        this.scoring = scoring;
        this.models = models;
        this.clock = clock;
        this.period = schedule.toMillis();
    }

    /** The models must be there. */
    void step() {
        Instant now = clock.instant();
        Scorers scorers = models.current();
        Sweep sweep = new Sweep(slot(now.toEpochMilli()), scorers.revision());
        if (sweep.equals(swept)) {
            return;
        }
        if (cursor == null) {
            begun = sweep;
        }
        cursor = clients.handle(cursor, (clientId, state) -> handle(clientId, state, sweep, scorers, now));
        if (cursor == null) {
            swept = begun;
        }
    }

    private void handle(String clientId, ClientState state, Sweep sweep, Scorers scorers, Instant now) {
        if (!state.isActive()) {
            return;
        }
        if (state.last().model() != scorers.champion().digest()) {
            scoring.rescore(clientId, state, Cause.model(clientId, scorers.revision(), now));
        } else if (slot(state.last().at()) < sweep.slot()) {
            Instant begin = Instant.ofEpochMilli(sweep.slot() * period);
            scoring.rescore(clientId, state, Cause.schedule(clientId, begin, now));
        }
    }

    private long slot(long epochMillis) {
        return Math.floorDiv(epochMillis, period);
    }
}
