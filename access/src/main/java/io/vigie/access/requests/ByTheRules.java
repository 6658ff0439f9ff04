package io.vigie.access.requests;

import io.vigie.access.Actor;
import io.vigie.access.rules.AccessRule;
import io.vigie.access.rules.AccessRules;
import io.vigie.access.rules.Reach;
import java.util.function.Supplier;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.RequestPath;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** Lets through what a rule allows to one of the actor's roles, and nothing else. */
final class ByTheRules implements AuthorizationManager<RequestAuthorizationContext> {

    private final AccessRules rules;

    ByTheRules(AccessRules rules) {
        this.rules = rules;
    }

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends Authentication> authentication, RequestAuthorizationContext context) {
        var request = context.getRequest();
        return new AuthorizationDecision(
                rules.of(request.getMethod(), address(request.getRequestURI(), request.getContextPath()))
                        .filter(rule -> rule.open() || allows(rule, authentication.get()))
                        .isPresent());
    }

    private static boolean allows(AccessRule rule, Authentication authentication) {
        return authentication != null
                && authentication.isAuthenticated()
                && authentication.getPrincipal() instanceof Actor actor
                && rule.reach(actor.roles()) != Reach.NONE;
    }

    static PathContainer address(String uri, String contextPath) {
        return RequestPath.parse(uri, contextPath).pathWithinApplication();
    }
}
