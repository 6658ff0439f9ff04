package io.vigie.access.requests;

import io.vigie.access.Actor;
import io.vigie.access.Unavailable;
import io.vigie.access.rules.AccessRule;
import io.vigie.access.rules.AccessRules;
import io.vigie.access.signin.SessionCookie;
import io.vigie.access.tokens.Remembered;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Knows a browser by its cookie, where no token is sent and somebody has to be known at all. A session that is over is
 * nobody's: the browser is told to forget it, and can sign in again.
 */
final class SessionFilter extends OncePerRequestFilter {

    private final AccessRules rules;
    private final Remembered sessions;
    private final Strangers strangers;
    private final SecurityContextRepository contexts;

    SessionFilter(AccessRules rules, Remembered sessions, Strangers strangers, SecurityContextRepository contexts) {
        this.rules = rules;
        this.sessions = sessions;
        this.strangers = strangers;
        this.contexts = contexts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> session = SessionCookie.of(request);
        if (session.isPresent() && request.getHeader(HttpHeaders.AUTHORIZATION) == null && !isOpen(request)) {
            Optional<Actor> actor = Unavailable.orElse(() -> strangers.actor(sessions, session.get(), request));
            if (actor.isPresent()) {
                SessionCookie.checkOrigin(request, session.get());
                know(actor.get(), request, response);
            } else {
                SessionCookie.forget(request, response);
            }
        }
        chain.doFilter(request, response);
    }

    private boolean isOpen(HttpServletRequest request) {
        return rules.of(request.getMethod(), AccessRules.address(request))
                .filter(AccessRule::open)
                .isPresent();
    }

    private void know(Actor actor, HttpServletRequest request, HttpServletResponse response) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(actor, null, actor.roles()));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }
}
