package io.vigie.access.requests;

import io.vigie.access.Actor;
import io.vigie.access.rules.AccessRule;
import io.vigie.access.rules.AccessRules;
import io.vigie.access.rules.Reach;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;

/**
 * Lets through what a rule allows to one of the actor's roles, and nothing else; whoever answers the request learns from
 * {@link Reach#of} how far the rule reaches.
 */
final class ByTheRules implements AuthorizationManager<HttpServletRequest> {

    private final AccessRules rules;

    ByTheRules(AccessRules rules) {
        this.rules = rules;
    }

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends Authentication> authentication, HttpServletRequest request) {
        Reach reach = rules.of(request.getMethod(), AccessRules.address(request))
                .map(rule -> rule.open() ? Reach.ALL : reach(rule, authentication.get()))
                .orElse(Reach.NONE);
        reach.grantedTo(request);
        return new AuthorizationDecision(reach != Reach.NONE);
    }

    private static Reach reach(AccessRule rule, Authentication authentication) {
        return authentication != null
                        && authentication.isAuthenticated()
                        && authentication.getPrincipal() instanceof Actor actor
                        && (!rule.inPerson() || actor.isPresent())
                ? rule.reach(actor.roles())
                : Reach.NONE;
    }
}
