package io.vigie.access.signinatprovider;

import io.vigie.access.AccessSettings;
import io.vigie.access.Actor;
import io.vigie.access.recordactions.Actions;
import io.vigie.access.recordactions.Deed;
import io.vigie.access.signin.Attempts;
import io.vigie.access.signin.HostCookie;
import io.vigie.access.signin.SessionCookie;
import io.vigie.access.signin.Sessions;
import io.vigie.web.Rejected;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** Sends a browser to the provider, and takes it in when it comes back with somebody whom the provider knows. */
@RestController
public class SignInAtProviderApi {

    private static final String CALLBACK = "/api/sign-in/provider/callback";

    /** How long somebody may be away at the provider. */
    private static final Duration AWAY = Duration.ofMinutes(10);

    /** The browser comes back by a link of the provider's, with which no stricter cookie would be sent. */
    private static final HostCookie COOKIE = new HostCookie("vigie_sign_in", "Lax");

    private final OpenIdProvider provider;
    private final Sessions sessions;
    private final Actions actions;
    private final Attempts attempts;

    public SignInAtProviderApi(
            AccessSettings.Oidc settings, Sessions sessions, Actions actions, Attempts attempts, Clock clock) {
        this.provider = new OpenIdProvider(settings, clock);
        this.sessions = sessions;
        this.actions = actions;
        this.attempts = attempts;
    }

    /** @param next the page of ours to go on to */
    @GetMapping("/api/sign-in/provider")
    ResponseEntity<Void> begin(
            @RequestParam(defaultValue = "/") String next, HttpServletRequest request, HttpServletResponse response) {
        return FailedSignIn.orPage(request, () -> sendThere(next, request, response));
    }

    private ResponseEntity<Void> sendThere(String next, HttpServletRequest request, HttpServletResponse response) {
        attempts.countFrom(request);
        BegunSignIn begun = BegunSignIn.leadingTo(next);
        URI there = provider.address(begun, callback(request));
        COOKIE.set(begun.written(), AWAY, request, response);
        return ResponseEntity.status(HttpStatus.FOUND).location(there).build();
    }

    /** @param answer the provider's; it may say more than is asked for */
    @GetMapping(CALLBACK)
    ResponseEntity<String> end(
            @RequestParam Map<String, String> answer, HttpServletRequest request, HttpServletResponse response) {
        return FailedSignIn.orPage(request, () -> takeIn(answer, request, response));
    }

    private ResponseEntity<String> takeIn(
            Map<String, String> answer, HttpServletRequest request, HttpServletResponse response) {
        attempts.countFrom(request);
        BegunSignIn begun = COOKIE.of(request).flatMap(BegunSignIn::read).orElseThrow(Answered::notBegunHere);
        COOKIE.forget(request, response);
        String callback = callback(request);
        Actor actor = Answered.actor(
                () -> provider.actor(begun, callback, Answered.read(answer, provider.issuer(), callback)));
        if (actor.roles().isEmpty()) {
            actions.add(Deed.SIGN_IN_FAILED, actor.id(), actor.id(), null);
            throw Rejected.forbidden(
                    "no-role",
                    "No role here",
                    "The provider knows you, but says of no role that you have in Vigie; ask whoever looks after it.");
        }
        SessionCookie.of(request).ifPresent(sessions::end);
        SessionCookie.set(sessions.signIn(actor), request, response);
        return goOn(begun.next());
    }

    /**
     * By a page, for a browser that was led on by status and header would still count as coming from the provider's site and
     * not send the cookie of the session, which goes with no other site's requests.
     */
    private static ResponseEntity<String> goOn(String next) {
        String address = HtmlUtils.htmlEscape(next);
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_HTML)
                .header("Referrer-Policy", "no-referrer")
                .body("""
                        <!doctype html>
                        <html lang="en">
                        <head><meta charset="utf-8"><meta http-equiv="refresh" content="0; url=%1$s"><title>Vigie</title></head>
                        <body><a href="%1$s">Vigie</a></body>
                        </html>
                        """.formatted(address));
    }

    /** Where the browser is here, as the edge says, which lets through its own names only; the provider looks at it too. */
    private static String callback(HttpServletRequest request) {
        String scheme = request.getHeader("X-Forwarded-Proto");
        String host = request.getHeader("X-Forwarded-Host");
        String own = host == null ? request.getHeader("Host") : host;
        if (own == null || !own.matches("[A-Za-z0-9.:\\[\\]-]{1,255}")) {
            throw Rejected.malformed("bad-host", "Bad host", "The name of the host can't be one.");
        }
        return ("https".equals(scheme) ? "https" : "http") + "://" + own + CALLBACK;
    }
}
