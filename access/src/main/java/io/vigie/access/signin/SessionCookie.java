package io.vigie.access.signin;

import io.vigie.access.tokens.SecretText;
import io.vigie.web.Rejected;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The cookie of a session. No script can read it, and no other site's page sends it. What changes something has to say in a
 * header what only our own pages know: a text that follows from the cookie's, by SHA-256, and that {@code GET /api/me}
 * tells.
 */
public final class SessionCookie {

    private static final HostCookie COOKIE = new HostCookie("vigie_session", "Strict");

    public static final String CSRF_HEADER = "X-CSRF-Token";

    private static final List<String> HARMLESS = List.of("GET", "HEAD", "OPTIONS");

    private SessionCookie() {}

    /** The text of the session that a request belongs to. */
    public static Optional<String> of(HttpServletRequest request) {
        return COOKIE.of(request);
    }

    /** What a page of ours sends in {@link #CSRF_HEADER}. */
    public static String csrfToken(String session) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(SecretText.hash("csrf:" + session));
    }

    /**
     * Lets a request through that changes nothing or comes from a page of ours.
     *
     * @throws Rejected 403 otherwise
     */
    public static void checkOrigin(HttpServletRequest request, String session) {
        String told = request.getHeader(CSRF_HEADER);
        boolean ours = told != null
                && MessageDigest.isEqual(
                        told.getBytes(StandardCharsets.UTF_8),
                        csrfToken(session).getBytes(StandardCharsets.UTF_8));
        if (!ours && !HARMLESS.contains(request.getMethod())) {
            throw Rejected.forbidden(
                    "csrf-token-missing",
                    "Not from a page of ours",
                    "Send the csrfToken of GET /api/me as " + CSRF_HEADER + ".");
        }
    }

    /** Gives the browser the session. */
    public static void set(String session, HttpServletRequest request, HttpServletResponse response) {
        COOKIE.set(session, Sessions.LIFETIME, request, response);
    }

    /** Tells the browser to forget it. */
    public static void forget(HttpServletRequest request, HttpServletResponse response) {
        COOKIE.forget(request, response);
    }
}
