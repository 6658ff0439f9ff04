package io.vigie.access.whoami;

import io.vigie.access.Actor;
import io.vigie.access.Role;
import io.vigie.access.signin.SessionCookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The first thing that a program asks which was given a token. */
@RestController
public class WhoAmI {

    /**
     * The actor of the request.
     *
     * @param ownPassword whether they signed in with a password, which they can change
     * @param csrfToken what a page has to send with what changes something; null for programs
     */
    public record Me(
            String accountId,
            List<String> roles,
            @Nullable String accountManagerId,
            boolean ownPassword,
            @Nullable String csrfToken) {}

    @GetMapping("/api/me")
    Me me(HttpServletRequest request) {
        return Actor.current()
                .map(actor -> new Me(
                        actor.id(),
                        actor.roles().stream().map(Role::toString).sorted().toList(),
                        actor.accountManagerId(),
                        actor.proof() == Actor.Proof.SESSION,
                        request.getHeader(HttpHeaders.AUTHORIZATION) == null
                                ? SessionCookie.of(request)
                                        .map(SessionCookie::csrfToken)
                                        .orElse(null)
                                : null))
                .orElseThrow(() -> new IllegalStateException("a request without an actor came through"));
    }
}
