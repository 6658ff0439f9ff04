package io.vigie.access.signin;

import io.vigie.access.accounts.Accounts;
import io.vigie.web.Rejected;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Changing one's own password ends every session of the account but the one in which it is done. */
@RestController
public class ChangePasswordApi {

    private final Accounts accounts;
    private final Sessions sessions;
    private final Attempts attempts;

    public ChangePasswordApi(Accounts accounts, Sessions sessions, Attempts attempts) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.attempts = attempts;
    }

    /**
     * Both.
     *
     * @param password of 12 to 72 printable ASCII characters, which is what bcrypt takes
     */
    record Body(
            @Nullable @NotNull @Size(min = 1, max = 72) String oldPassword,

            @Nullable @NotNull @Pattern(regexp = "[ -~]{12,72}")
            String password) {

        /** As nobody should see it in a log. */
        @Override
        public String toString() {
            return "passwords";
        }
    }

    @PutMapping("/api/me/password")
    Map<String, String> change(
            @Valid @RequestBody Body body, HttpServletRequest request, HttpServletResponse response) {
        String accountId = OwnAccount.id();
        attempts.countChange(accountId);
        String old = Objects.requireNonNull(body.oldPassword());
        String password = Objects.requireNonNull(body.password());
        if (!attempts.oneOfFew(() -> accounts.changePassword(accountId, old, password))) {
            throw Rejected.forbidden(
                    "wrong-password",
                    "Wrong password",
                    "The old password is another one, or the new one is the same or the one that the account was given at first.");
        }
        sessions.endAll(accountId);
        String session = sessions.begin(accountId);
        SessionCookie.set(session, request, response);
        return Map.of("accountId", accountId, "csrfToken", SessionCookie.csrfToken(session));
    }
}
