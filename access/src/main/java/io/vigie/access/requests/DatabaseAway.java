package io.vigie.access.requests;

import io.vigie.web.Rejected;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** While the database of accounts can't be reached nothing is wrong with what was asked of it: 503, to be asked again. */
@RestControllerAdvice(basePackages = "io.vigie.access")
@Order(Ordered.HIGHEST_PRECEDENCE)
final class DatabaseAway {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseAway.class);

    private final ResponseEntityExceptionHandler problems;

    DatabaseAway(ResponseEntityExceptionHandler problems) {
        this.problems = problems;
    }

    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        TransientDataAccessException.class,
        TransactionException.class
    })
    @Nullable
    ResponseEntity<Object> unreachable(RuntimeException failure, WebRequest request) throws Exception {
        LOG.warn("Accounts can't be looked at: {}", failure.getClass().getSimpleName());
        return problems.handleException(
                Rejected.notReady(
                        "accounts-unavailable",
                        "Accounts unavailable",
                        "Accounts can't be looked at right now; try again in a moment.",
                        Duration.ofSeconds(1)),
                request);
    }
}
