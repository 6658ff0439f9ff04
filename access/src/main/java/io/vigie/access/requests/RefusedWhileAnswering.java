package io.vigie.access.requests;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What is refused while a request is answered goes on to {@link Refusals}, as what is refused before. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
final class RefusedWhileAnswering {

    @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
    void refused(RuntimeException refused) {
        throw refused;
    }
}
