package io.vigie.scoring.scoreclient;

import java.time.Clock;
import java.time.Duration;

/**
 * How much time the reasons of one role's models may take, so that a slow one holds up nobody. One for all partitions of a
 * process, as they share its thread and a transaction, which the broker aborts after 10 s.
 *
 * <p>Where models are slow, a transaction is one round of twelve partitions: each handles its next events, then each goes
 * on with its two sweeps. The explanations of all events of a round have {@link #ROUND} for either role, 2 s together. A step
 * of a sweep is 50 ms and one client more ({@link ClientChunks}), who is explained by champion and challenger for
 * {@link Rescoring}, by the challenger for {@link ShadowSweep}: 2 × 50 ms + 3 × {@link #LIMIT} = 0.4 s, 4.8 s for
 * twelve. So a round takes 6.8 s at most, and what plain answers take. Whoever was late rests nine times as long as that took, so
 * over a longer time a model that is always late takes a tenth of it.
 */
final class Pace {

    /** For the reasons of one answer. */
    static final Duration LIMIT = Duration.ofMillis(100);

    /** For those of all answers between two looks at the sweeps. */
    static final Duration ROUND = Duration.ofSeconds(1);

    private static final int REST = 9;

    private final Clock clock;
    private final Runnable unexplained;
    private long left = ROUND.toMillis();
    private Rest reasons = Rest.NONE;
    private Rest answers = Rest.NONE;

    /** Epoch milliseconds; both, as a clock that is put back mustn't make it long. */
    private record Rest(long from, long to) {

        static final Rest NONE = new Rest(0, 0);

        static Rest after(long now, long took) {
            return new Rest(now, now + REST * took);
        }

        boolean at(long now) {
            return now >= from && now < to;
        }
    }

    /**
     * Nobody was late yet.
     *
     * @param unexplained called for each answer without its reasons
     */
    Pace(Clock clock, Runnable unexplained) {
        this.clock = clock;
        this.unexplained = unexplained;
    }

    /** What there is for the reasons of the next answer; zero when it must do without them. */
    synchronized Duration limit() {
        return reasons.at(clock.millis())
                ? Duration.ZERO
                : Duration.ofMillis(Math.max(0, Math.min(LIMIT.toMillis(), left)));
    }

    /** Whether even the plain answer took too long lately: who needn't answer had better not be asked. */
    synchronized boolean isTooSlow() {
        return answers.at(clock.millis());
    }

    /**
     * After an answer.
     *
     * @param limit that it had for its reasons
     * @param millis that it took with them
     * @param explained whether it has them
     */
    synchronized void took(Duration limit, long millis, boolean explained) {
        left -= millis;
        if (!explained) {
            unexplained.run();
            if (limit.equals(LIMIT)) {
                reasons = Rest.after(clock.millis(), millis);
            }
        }
        if (millis - limit.toMillis() > LIMIT.toMillis()) {
            answers = Rest.after(clock.millis(), millis);
        }
    }

    /** Another round begins. */
    synchronized void renew() {
        left = ROUND.toMillis();
    }
}
