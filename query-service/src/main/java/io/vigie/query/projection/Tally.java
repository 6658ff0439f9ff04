package io.vigie.query.projection;

import java.util.ArrayList;
import java.util.List;

/** What became of the records of one batch. */
public final class Tally {

    final List<Letter> letters = new ArrayList<>();
    long applied;
    long duplicates;
    long parked;

    void giveUp(Arrival arrival, String reason) {
        letters.add(new Letter(arrival, reason));
    }

    /** Records that changed rows. */
    public long applied() {
        return applied;
    }

    /** Records that were applied before. */
    public long duplicates() {
        return duplicates;
    }

    /** Records that came too early. */
    public long parked() {
        return parked;
    }

    /** Records that were given up. */
    public long deadLetters() {
        return letters.size();
    }
}
