package io.vigie.command.eventstore;

import java.util.OptionalLong;

/** What consistency tokens are made of: the transaction ids (xid8) of events. */
public interface LastPosition {

    /**
     * The transaction of the events appended so far in the current Spring transaction, without asking the database.
     * Empty when it appended none.
     */
    OptionalLong ofThisTransaction();

    /** The transaction of the newest event of an aggregate; empty when it has none. Asks the database. */
    OptionalLong ofAggregate(String aggregateId);
}
