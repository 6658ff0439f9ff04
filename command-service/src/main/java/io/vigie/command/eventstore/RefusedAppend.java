package io.vigie.command.eventstore;

import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Why an append failed, in words that tell neither SQL nor payload, both of which drivers like to quote. */
final class RefusedAppend {

    private static final String UNIQUE_VIOLATION = "23505";

    /** Raised by the table itself, see V001: the transaction is older than the one of the previous event. */
    private static final String OUT_OF_ORDER = "VG001";

    /** Serialization failure and deadlock: another transaction was in the way. */
    private static final String IN_THE_WAY = "40";

    /** Connection, resources, operator intervention, lock not available, transaction timeout. */
    private static final Pattern UNAVAILABLE = Pattern.compile("(08|53|57|58).*|55P03|25P0[1-4]");

    private static final Pattern KEY = Pattern.compile("=\\([^,]{1,64}, (\\d+)\\)");

    private RefusedAppend() {}

    static boolean isConflict(Exception exception) {
        String state = state(exception);
        return state.equals(UNIQUE_VIOLATION) || state.equals(OUT_OF_ORDER) || state.startsWith(IN_THE_WAY);
    }

    static RuntimeException translate(Exception exception, EventMessage<?> first) {
        String state = state(exception);
        if (isConflict(exception)) {
            return state.equals(UNIQUE_VIOLATION) && taken(exception).orElseGet(() -> sequenceNumber(first)) == 0
                    ? new AggregateStreamCreationException("the aggregate exists already")
                    : new ConcurrencyException("the aggregate was changed by another transaction");
        }
        return UNAVAILABLE.matcher(state).matches()
                ? new StoreUnavailable(state)
                : new EventStoreException("events could not be stored (SQLSTATE " + state + ")");
    }

    private static String state(Exception exception) {
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
        }
        return "";
    }

    private static Optional<Long> taken(Exception exception) {
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            ServerErrorMessage told = cause instanceof PSQLException e ? e.getServerErrorMessage() : null;
            String detail = told == null ? null : told.getDetail();
            Matcher key = KEY.matcher(detail == null ? "" : detail);
            if (key.find()) {
                return Optional.of(Long.valueOf(key.group(1)));
            }
        }
        return Optional.empty();
    }

    private static long sequenceNumber(EventMessage<?> event) {
        return event instanceof DomainEventMessage<?> domain ? domain.getSequenceNumber() : -1;
    }
}
