package io.vigie.access.signinatprovider;

import io.vigie.access.Unavailable;
import io.vigie.web.Rejected;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/**
 * What is told of a sign-in that failed. A program gets the problem; a person is sent to the page to sign in, which has a
 * sentence for each kind of problem and learns nothing else.
 */
final class FailedSignIn {

    /** The edge has the same list. */
    private static final Set<String> SENTENCES =
            Set.of("sign-in-failed", "sign-in-not-begun-here", "sign-in-unavailable", "no-role", "too-many-attempts");

    private FailedSignIn() {}

    /**
     * The answer to a step of a sign-in, or the way to the page.
     *
     * @throws Rejected when it fails for a program
     */
    static <T> ResponseEntity<T> orPage(HttpServletRequest request, Supplier<ResponseEntity<T>> step) {
        try {
            return Unavailable.orElse(step);
        } catch (Rejected failed) {
            String type = String.valueOf(failed.getBody().getType());
            String kind = type.substring(type.lastIndexOf('/') + 1);
            if (!isFromPerson(request) || !SENTENCES.contains(kind)) {
                throw failed;
            }
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .location(URI.create("/sign-in?failed=" + kind))
                    .build();
        }
    }

    private static boolean isFromPerson(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return accepted != null && accepted.contains("text/html");
    }
}
