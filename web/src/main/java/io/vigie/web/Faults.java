package io.vigie.web;

import org.springframework.validation.FieldError;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.annotation.HandlerMethodValidationException;

/** What validation found: 422 for a body that is well-formed but unusable, 400 for parameters. */
final class Faults {

    private Faults() {}

    static Rejected of(MethodArgumentNotValidException invalid) {
        Rejected rejected = invalid.getParameter().hasParameterAnnotation(RequestBody.class) ? unusable() : badQuery();
        invalid.getBindingResult().getFieldErrors().forEach(fault -> rejected.error(fault.getField(), message(fault)));
        invalid.getBindingResult()
                .getGlobalErrors()
                .forEach(fault -> rejected.error("", String.valueOf(fault.getDefaultMessage())));
        return rejected;
    }

    static Rejected of(HandlerMethodValidationException invalid) {
        boolean body = invalid.getParameterValidationResults().stream()
                .anyMatch(result -> result.getMethodParameter().hasParameterAnnotation(RequestBody.class));
        Rejected rejected = body ? unusable() : badQuery();
        for (ParameterValidationResult result : invalid.getParameterValidationResults()) {
            String name = String.valueOf(result.getMethodParameter().getParameterName());
            result.getResolvableErrors()
                    .forEach(fault -> rejected.error(
                            fault instanceof FieldError field ? field.getField() : name,
                            fault instanceof FieldError field
                                    ? message(field)
                                    : String.valueOf(fault.getDefaultMessage())));
        }
        return rejected;
    }

    static Rejected parameter(String name, String message) {
        return badQuery().error(name, message);
    }

    static Rejected unusable() {
        return Rejected.unprocessable(
                "unusable",
                "Unusable content",
                "Some values can't be used; errors lists them and what would be right.");
    }

    private static Rejected badQuery() {
        return Rejected.malformed(
                "bad-parameter", "Bad parameter", "A parameter is missing or isn't what is asked for.");
    }

    /** A value that couldn't be converted is quoted in Spring's message: that one is replaced. */
    private static String message(FieldError fault) {
        return fault.isBindingFailure()
                ? "isn't of the type that is asked for"
                : String.valueOf(fault.getDefaultMessage());
    }
}
