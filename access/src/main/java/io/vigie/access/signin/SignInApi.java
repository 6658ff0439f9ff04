package io.vigie.access.signin;

import io.github.bucket4j.TimeMeter;
import io.vigie.access.accounts.Accounts;
import io.vigie.web.Rejected;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Signing in with a password, and out again. */
@RestController
public class SignInApi {

    private final Accounts accounts;
    private final Sessions sessions;
    private final Attempts attempts = new Attempts(TimeMeter.SYSTEM_NANOTIME);

    public SignInApi(Accounts accounts, Sessions sessions) {
        this.accounts = accounts;
        this.sessions = sessions;
    }

    record Body(
            @Nullable @NotNull @Size(min = 1, max = 64) String accountId,
            @Nullable @NotNull @Size(min = 1, max = 72) String password) {

        /** As nobody should see it in a log. */
        @Override
        public String toString() {
            return "sign-in";
        }
    }

    /** Takes as long for an account that doesn't exist, has no password or is disabled as for a wrong password. */
    @PostMapping("/api/sign-in")
    ResponseEntity<Map<String, String>> in(@Valid @RequestBody Body body, HttpServletRequest request) {
        String accountId = Objects.requireNonNull(body.accountId());
        attempts.count(accountId, address(request));
        if (!accounts.isPasswordOf(accountId, Objects.requireNonNull(body.password()))) {
            throw Rejected.unauthenticated(
                    "sign-in-failed", "Not signed in", "Account and password don't belong together.", "Session");
        }
        String session = sessions.begin(accountId);
        return ResponseEntity.ok()
                .header(HttpHeaders.SET_COOKIE, SessionCookie.set(session, isSecure(request)))
                .body(Map.of("accountId", accountId, "csrfToken", SessionCookie.csrfToken(session)));
    }

    @PostMapping("/api/sign-out")
    ResponseEntity<Void> out(HttpServletRequest request) {
        SessionCookie.of(request).ifPresent(sessions::end);
        return ResponseEntity.noContent()
                .header(HttpHeaders.SET_COOKIE, SessionCookie.cleared(isSecure(request)))
                .build();
    }

    /** As the edge says, which lets nobody else say it. */
    private static String address(HttpServletRequest request) {
        String forwarded = request.getHeader("X-Forwarded-For");
        return forwarded == null ? request.getRemoteAddr() : forwarded;
    }

    private static boolean isSecure(HttpServletRequest request) {
        return request.isSecure() || "https".equals(request.getHeader("X-Forwarded-Proto"));
    }
}
