package io.vigie.access.signin;

import io.vigie.access.accounts.Accounts;
import io.vigie.access.limits.Address;
import io.vigie.access.recordactions.Actions;
import io.vigie.web.Rejected;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Signing in with a password, and out again. */
@RestController
public class SignInApi {

    private final Accounts accounts;
    private final Sessions sessions;
    private final Attempts attempts;
    private final Actions actions;
    private final boolean passwords;

    /** @param passwords whether anybody may sign in with one */
    public SignInApi(Accounts accounts, Sessions sessions, Attempts attempts, Actions actions, boolean passwords) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.attempts = attempts;
        this.actions = actions;
        this.passwords = passwords;
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
    Map<String, String> in(@Valid @RequestBody Body body, HttpServletRequest request, HttpServletResponse response) {
        if (!passwords) {
            throw Rejected.forbidden(
                    "no-passwords",
                    "No passwords",
                    "Nobody signs in with a password here: sign in at the provider (/api/sign-in/provider).");
        }
        String accountId = Objects.requireNonNull(body.accountId());
        attempts.count(accountId, Address.of(request));
        if (!attempts.oneOfFew(() -> accounts.isPasswordOf(accountId, Objects.requireNonNull(body.password())))) {
            actions.addFailedSignIn(accountId);
            throw Rejected.unauthenticated(
                    "sign-in-failed", "Not signed in", "Account and password don't belong together.", "Session");
        }
        SessionCookie.of(request).ifPresent(sessions::end);
        String session = sessions.signIn(accountId);
        SessionCookie.set(session, request, response);
        return Map.of("accountId", accountId, "csrfToken", SessionCookie.csrfToken(session));
    }

    @PostMapping("/api/sign-out")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void out(HttpServletRequest request, HttpServletResponse response) {
        SessionCookie.of(request).ifPresent(sessions::end);
        SessionCookie.forget(request, response);
    }
}
