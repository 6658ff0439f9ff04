package io.vigie.access.requests;

import io.vigie.access.Actor;
import io.vigie.access.Role;
import io.vigie.access.rules.AccessRule;
import io.vigie.access.rules.AccessRules;
import io.vigie.access.rules.Reach;
import io.vigie.web.Rejected;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.PathContainer;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/** Says no: to nobody in particular by 401, to somebody by 403, or by what there is at the address. */
final class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final AccessRules rules;

    Refusals(AccessRules rules) {
        this.rules = rules;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure) {
        if (request.getHeader(HttpHeaders.AUTHORIZATION) == null) {
            throw Rejected.unauthenticated(
                    "not-signed-in",
                    "Not signed in",
                    isInPerson(request)
                            ? "Nobody does this by a token: sign in."
                            : "Nobody may do this without a token: send one as Authorization: Bearer, ./vigie token prints it.",
                    "Bearer realm=\"vigie\"");
        }
        throw Rejected.unauthenticated(
                "bad-token",
                "Token not taken",
                "The token is unknown, changed, revoked, not yet or no longer valid, or made for somebody else: get a new"
                        + " one.",
                "Bearer realm=\"vigie\", error=\"invalid_token\"");
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied) {
        PathContainer address = AccessRules.address(request);
        Set<String> methods = rules.methods(address);
        if (methods.isEmpty()) {
            throw Rejected.unknown("unknown", "Unknown address", "There is nothing at this address.");
        }
        AccessRule rule = rules.of(request.getMethod(), address).orElseThrow(() -> Rejected.methodNotAllowed(methods));
        if (rule.inPerson()
                && Actor.current()
                        .filter(actor -> !actor.isPresent() && rule.reach(actor.roles()) != Reach.NONE)
                        .isPresent()) {
            throw Rejected.forbidden("session-needed", "Sign-in needed", "Nobody does this by a token: sign in.");
        }
        throw Rejected.forbidden(
                        "forbidden",
                        "Not allowed",
                        "This needs the role " + rolesOf(rule) + "; the request was made as " + own() + ".")
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private boolean isInPerson(HttpServletRequest request) {
        return rules.of(request.getMethod(), AccessRules.address(request))
                .filter(AccessRule::inPerson)
                .isPresent();
    }

    private static String rolesOf(AccessRule rule) {
        return Arrays.stream(Role.values())
                .filter(role -> rule.reaches().getOrDefault(role, Reach.NONE) != Reach.NONE)
                .map(Role::toString)
                .collect(Collectors.joining(" or "));
    }

    private static String own() {
        return Actor.current()
                .map(actor ->
                        actor.roles().stream().map(Role::toString).sorted().collect(Collectors.joining(", ")))
                .filter(roles -> !roles.isEmpty())
                .orElse("nobody");
    }
}
