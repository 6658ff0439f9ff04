package io.vigie.command.eventstore;

/** The database did not take the events in time; nothing was written, or nobody knows. Try again later. */
public final class StoreUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String sqlState;

    StoreUnavailable(String sqlState) {
        super("the event store is not available (SQLSTATE " + sqlState + ")");
        this.sqlState = sqlState;
    }

    /** What the database said. */
    public String sqlState() {
        return sqlState;
    }
}
