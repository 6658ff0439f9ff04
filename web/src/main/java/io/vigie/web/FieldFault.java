package io.vigie.web;

import java.util.List;
import java.util.Map;
import org.springframework.http.ProblemDetail;

/** One entry of a problem's {@code errors}: where it is, and what would be right. */
record FieldFault(String field, String message) {

    static final String PROPERTY = "errors";

    static List<FieldFault> of(ProblemDetail problem) {
        Map<String, Object> properties = problem.getProperties();
        if (properties != null && properties.get(PROPERTY) instanceof List<?> errors) {
            return errors.stream().map(FieldFault.class::cast).toList();
        }
        return List.of();
    }
}
