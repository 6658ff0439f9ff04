package io.vigie.query.platform;

import io.vigie.web.Rejected;
import java.sql.SQLException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.dao.UncategorizedDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** While the database can't be reached nothing is wrong with the question: 503, to be asked again. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class StoreAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(StoreAnswers.class);

    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        TransientDataAccessException.class,
        RecoverableDataAccessException.class,
        TransactionException.class,
        // What is made of a connection that was closed under its user.
        UncategorizedDataAccessException.class
    })
    ResponseEntity<ProblemDetail> unreachable(RuntimeException failure) {
        Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
        LOG.warn(
                "The database doesn't answer: {}, {}",
                failure.getClass().getSimpleName(),
                cause instanceof SQLException refused
                        ? refused.getSQLState()
                        : cause.getClass().getSimpleName());
        Rejected rejected = Rejected.notReady(
                "not-ready", "Not ready", "The views can't be read right now.", Duration.ofSeconds(1));
        return ResponseEntity.status(rejected.getStatusCode())
                .headers(rejected.getHeaders())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(rejected.getBody());
    }
}
