package io.vigie.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns every exception that reaches Spring MVC into a problem in our own words. */
@RestControllerAdvice
final class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(Faults.of(invalid), request);
    }

    @Override
    protected ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return invalid.isForReturnValue() ? unexpected(invalid, request) : answer(Faults.of(invalid), request);
    }

    @Override
    protected ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException missing,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return answer(Faults.parameter(missing.getParameterName(), "is needed"), request);
    }

    @Override
    protected ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException mismatch, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String name = mismatch instanceof MethodArgumentTypeMismatchException argument
                ? argument.getName()
                : String.valueOf(mismatch.getPropertyName());
        return answer(Faults.parameter(name, JsonFault.expected(mismatch.getRequiredType())), request);
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return answer(JsonFault.of(unreadable), request);
    }

    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception exception,
            @Nullable Object body,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        if (exception instanceof Rejected rejected) {
            return answer(rejected, request);
        }
        if (status.is5xxServerError() && status.value() != HttpStatus.SERVICE_UNAVAILABLE.value()) {
            return unexpected(exception, request);
        }
        HttpHeaders kept = new HttpHeaders();
        kept.putAll(headers);
        if (status.value() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            kept.set(HttpHeaders.RETRY_AFTER, "1");
        }
        return answer(Problems.of(status.value()), kept, request);
    }

    @ExceptionHandler(ConstraintViolationException.class)
    ResponseEntity<Object> violated(ConstraintViolationException invalid, WebRequest request) {
        Rejected rejected = Faults.unusable();
        for (ConstraintViolation<?> violation : invalid.getConstraintViolations()) {
            rejected.error(violation.getPropertyPath().toString(), violation.getMessage());
        }
        return answer(rejected, request);
    }

    /** The caller is gone, or stopped sending: nobody is there to be answered. */
    @ExceptionHandler(IOException.class)
    @Nullable
    ResponseEntity<Object> disconnected(IOException gone, WebRequest request) {
        return Gone.is(gone) ? null : unexpected(gone, request);
    }

    /** Stopping, or out of time: what was asked may well work again in a moment. */
    @ExceptionHandler(InterruptedException.class)
    ResponseEntity<Object> interrupted(InterruptedException interrupted, WebRequest request) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, "1");
        return answer(Problems.of(HttpStatus.SERVICE_UNAVAILABLE.value()), headers, request);
    }

    @ExceptionHandler(Exception.class)
    ResponseEntity<Object> unexpected(Exception unexpected, WebRequest request) {
        LOG.error("Unexpected failure while answering", unexpected);
        return answer(Problems.of(500), new HttpHeaders(), request);
    }

    private static ResponseEntity<Object> answer(Rejected rejected, WebRequest request) {
        return answer(rejected.getBody(), rejected.getHeaders(), request);
    }

    private static ResponseEntity<Object> answer(ProblemDetail problem, HttpHeaders headers, WebRequest request) {
        HttpServletRequest servlet = ((ServletWebRequest) request).getRequest();
        return ResponseEntity.status(problem.getStatus())
                .headers(headers)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problems.occurred(problem, Correlation.of(servlet)));
    }
}
