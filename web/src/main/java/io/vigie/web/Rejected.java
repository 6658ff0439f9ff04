package io.vigie.web;

import java.io.Serial;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * A request that gets no, with the reason in words that the caller can act on. Thrown anywhere while a request is
 * answered, it becomes an RFC 9457 problem of type {@code /problems/<slug>}. Title and detail are our own words and never
 * repeat what the caller sent.
 */
public final class Rejected extends ErrorResponseException {

    @Serial
    private static final long serialVersionUID = 1L;

    private Rejected(HttpStatus status, String slug, String title, String detail) {
        super(status, ProblemDetail.forStatusAndDetail(status, detail), null);
        setType(URI.create(Problems.TYPES + slug));
        setTitle(title);
    }

    /** 400: the request can't be understood. */
    public static Rejected malformed(String slug, String title, String detail) {
        return new Rejected(HttpStatus.BAD_REQUEST, slug, title, detail);
    }

    /** 401: nobody knows who asks; {@code challenge} says what would prove it. */
    public static Rejected unauthenticated(String slug, String title, String detail, String challenge) {
        return new Rejected(HttpStatus.UNAUTHORIZED, slug, title, detail)
                .header(HttpHeaders.WWW_AUTHENTICATE, challenge);
    }

    /** 403: whoever asks may not. */
    public static Rejected forbidden(String slug, String title, String detail) {
        return new Rejected(HttpStatus.FORBIDDEN, slug, title, detail);
    }

    /** 404: nothing of that name. */
    public static Rejected unknown(String slug, String title, String detail) {
        return new Rejected(HttpStatus.NOT_FOUND, slug, title, detail);
    }

    /** 405: something is there, but it takes only these methods. */
    public static Rejected methodNotAllowed(Collection<String> methods) {
        Rejected rejected = new Rejected(
                HttpStatus.METHOD_NOT_ALLOWED,
                "method-not-allowed",
                "Method not allowed",
                "This address doesn't take that method; the Allow header lists those it takes.");
        return rejected.header(HttpHeaders.ALLOW, String.join(", ", methods));
    }

    /** 409: against a rule, given how things stand. */
    public static Rejected conflict(String slug, String title, String detail) {
        return new Rejected(HttpStatus.CONFLICT, slug, title, detail);
    }

    /** 412: the caller decided on an older version. */
    public static Rejected stale(String slug, String title, String detail) {
        return new Rejected(HttpStatus.PRECONDITION_FAILED, slug, title, detail);
    }

    /** 413: more than is taken at once. */
    public static Rejected tooLarge(String slug, String title, String detail) {
        return new Rejected(HttpStatus.CONTENT_TOO_LARGE, slug, title, detail);
    }

    /** 422: well-formed, but not usable. */
    public static Rejected unprocessable(String slug, String title, String detail) {
        return new Rejected(HttpStatus.UNPROCESSABLE_CONTENT, slug, title, detail);
    }

    /** 429: too often; worth another try after {@code retryAfter} (whole seconds, at least one). */
    public static Rejected tooMany(String slug, String title, String detail, Duration retryAfter) {
        return new Rejected(HttpStatus.TOO_MANY_REQUESTS, slug, title, detail).retryAfter(retryAfter);
    }

    /** 503: not now; worth another try after {@code retryAfter} (whole seconds, at least one). */
    public static Rejected notReady(String slug, String title, String detail, Duration retryAfter) {
        return new Rejected(HttpStatus.SERVICE_UNAVAILABLE, slug, title, detail).retryAfter(retryAfter);
    }

    /** 507: there is no room for it until somebody makes some; asking again before that is of no use. */
    public static Rejected full(String slug, String title, String detail) {
        return new Rejected(HttpStatus.INSUFFICIENT_STORAGE, slug, title, detail);
    }

    /** Adds a field at fault to {@code errors}; the field as in the JSON body or the query, the message in our words. */
    public Rejected error(String field, String message) {
        List<FieldFault> errors = new ArrayList<>(FieldFault.of(getBody()));
        errors.add(new FieldFault(field, message));
        getBody().setProperty(FieldFault.PROPERTY, List.copyOf(errors));
        return this;
    }

    /** Adds a property of its own to the problem. */
    public Rejected with(String property, Object value) {
        getBody().setProperty(property, value);
        return this;
    }

    /** Adds a response header. */
    public Rejected header(String name, String value) {
        getHeaders().set(name, value);
        return this;
    }

    private Rejected retryAfter(Duration retryAfter) {
        return header(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, retryAfter.toSeconds())));
    }
}
