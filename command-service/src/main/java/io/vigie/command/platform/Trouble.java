package io.vigie.command.platform;

import io.vigie.command.eventstore.StoreUnavailable;
import java.sql.SQLException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/** Tells failures that pass from failures that don't. */
final class Trouble {

    /** Connection lost, resources, operator intervention, lock or transaction timeout. */
    private static final Pattern UNAVAILABLE = Pattern.compile("(08|53|57|58).*|55P03|25P0[1-4]");

    private static final String DISK_FULL = "53100";

    private static final int DEEPEST = 20;

    private Trouble() {}

    /** Another transaction was in the way; the same command may well succeed now. */
    static boolean isContention(RuntimeException failure) {
        return failure instanceof ConcurrencyException
                || failure instanceof ConcurrencyFailureException
                || causes(failure).anyMatch(cause -> state(cause).startsWith("40"));
    }

    /** The database has no space left; nothing that writes succeeds before somebody makes some. */
    static boolean isDiskFull(RuntimeException failure) {
        return causes(failure).anyMatch(cause -> state(cause).equals(DISK_FULL));
    }

    /** The database can't be reached, or did not answer in time. */
    static boolean isUnavailable(RuntimeException failure) {
        return failure instanceof TransactionException
                || failure instanceof TransientDataAccessException
                || failure instanceof DataAccessResourceFailureException
                || causes(failure)
                        .anyMatch(cause -> UNAVAILABLE.matcher(state(cause)).matches());
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST);
    }

    private static String state(Throwable cause) {
        if (cause instanceof StoreUnavailable store) {
            return store.sqlState();
        }
        return cause instanceof SQLException sql && sql.getSQLState() != null ? sql.getSQLState() : "";
    }
}
