package io.vigie.command.relay;

import java.util.Comparator;

/**
 * A place in the order in which events are relayed.
 *
 * @param transactionId PostgreSQL transaction (xid8)
 * @param globalIndex within the transaction
 */
record Position(long transactionId, long globalIndex) implements Comparable<Position> {

    /** Before every event. */
    static final Position BEGINNING = new Position(0, 0);

    private static final Comparator<Position> ORDER =
            Comparator.comparingLong(Position::transactionId).thenComparingLong(Position::globalIndex);

    @Override
    public int compareTo(Position other) {
        return ORDER.compare(this, other);
    }
}
