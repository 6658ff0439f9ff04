package io.vigie.access.signin;

import io.vigie.access.tokens.SecretText;
import io.vigie.web.Rejected;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * The cookie of a session. No script can read it, and no other site's page sends it. What changes something has to say in a
 * header what only our own pages know: a text that follows from the cookie's, by SHA-256, and that {@code GET /api/me}
 * tells.
 */
public final class SessionCookie {

    private static final String NAME = "vigie_session";

    /** With a beginning by which a browser takes it from nobody else, over TLS. */
    private static final String SAFE_NAME = "__Host-" + NAME;

    public static final String CSRF_HEADER = "X-CSRF-Token";

    private static final List<String> HARMLESS = List.of("GET", "HEAD", "OPTIONS");

    private SessionCookie() {}

    /** The text of the session that a request belongs to; none when it is said twice, as another host of the domain may. */
    public static Optional<String> of(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        String name = isSecure(request) ? SAFE_NAME : NAME;
        List<String> found = cookies == null
                ? List.of()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name))
                        .map(Cookie::getValue)
                        .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
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

    static void set(String session, HttpServletRequest request, HttpServletResponse response) {
        send(session, Sessions.LIFETIME, isSecure(request), response);
    }

    /** Tells the browser to forget it. */
    public static void forget(HttpServletRequest request, HttpServletResponse response) {
        send("", Duration.ZERO, isSecure(request), response);
    }

    private static boolean isSecure(HttpServletRequest request) {
        return request.isSecure() || "https".equals(request.getHeader("X-Forwarded-Proto"));
    }

    private static void send(String value, Duration age, boolean secure, HttpServletResponse response) {
        ResponseCookie cookie = ResponseCookie.from(secure ? SAFE_NAME : NAME, value)
                .httpOnly(true)
                .sameSite("Strict")
                .secure(secure)
                .path("/")
                .maxAge(age)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
