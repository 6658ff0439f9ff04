package io.vigie.access.signin;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * A cookie for this host alone that no script can read.
 *
 * @param sameSite which requests from other sites' pages it goes with: {@code Strict} for none, {@code Lax} for links
 */
public record HostCookie(String name, String sameSite) {

    /** A beginning by which a browser takes it from nobody else, over TLS. */
    private static final String SAFE = "__Host-";

    /** What a request's has; none when it is there twice, as another host of the domain may cause. */
    public Optional<String> of(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        String sent = name(isSecure(request));
        List<String> found = cookies == null
                ? List.of()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(sent))
                        .map(Cookie::getValue)
                        .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** Gives it to the browser for a while. */
    public void set(String value, Duration age, HttpServletRequest request, HttpServletResponse response) {
        boolean secure = isSecure(request);
        ResponseCookie cookie = ResponseCookie.from(name(secure), value)
                .httpOnly(true)
                .sameSite(sameSite)
                .secure(secure)
                .path("/")
                .maxAge(age)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    /** Tells the browser to forget it. */
    public void forget(HttpServletRequest request, HttpServletResponse response) {
        set("", Duration.ZERO, request, response);
    }

    private String name(boolean secure) {
        return secure ? SAFE + name : name;
    }

    private static boolean isSecure(HttpServletRequest request) {
        return request.isSecure() || "https".equals(request.getHeader("X-Forwarded-Proto"));
    }
}
