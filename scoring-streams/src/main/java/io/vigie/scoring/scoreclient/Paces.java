package io.vigie.scoring.scoreclient;

import java.time.Clock;

/** The time that there is for champions' reasons and for those of challengers: neither takes the other's. */
record Paces(Pace champion, Pace challenger) {

    static Paces of(Clock clock, ScoringMetrics metrics) {
        return new Paces(
                new Pace(clock, metrics::championUnexplained), new Pace(clock, metrics::challengerUnexplained));
    }

    /** Another round begins. */
    void renew() {
        champion.renew();
        challenger.renew();
    }
}
