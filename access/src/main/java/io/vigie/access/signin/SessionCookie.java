package io.vigie.access.signin;

import io.vigie.access.tokens.SecretText;
import io.vigie.web.Rejected;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseCookie;

/**
 * The cookie of a session. No script can read it, and no other site's page sends it. What changes something has to say in a
 * header what only our own pages know: a text that follows from the cookie's, by SHA-256, and that {@code GET /api/me}
 * tells.
 */
public final class SessionCookie {

    public static final String NAME = "vigie_session";
    public static final String CSRF_HEADER = "X-CSRF-Token";

    private static final List<String> HARMLESS = List.of("GET", "HEAD", "OPTIONS");

    private SessionCookie() {}

    /** The text of the session that a request belongs to. */
    public static Optional<String> of(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(NAME))
                        .map(Cookie::getValue)
                        .findFirst();
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

    static String set(String session, boolean secure) {
        return cookie(session, Sessions.LIFETIME, secure);
    }

    static String cleared(boolean secure) {
        return cookie("", Duration.ZERO, secure);
    }

    private static String cookie(String value, Duration age, boolean secure) {
        return ResponseCookie.from(NAME, value)
                .httpOnly(true)
                .sameSite("Strict")
                .secure(secure)
                .path("/")
                .maxAge(age)
                .build()
                .toString();
    }
}
