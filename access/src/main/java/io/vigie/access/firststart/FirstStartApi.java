package io.vigie.access.firststart;

import io.vigie.access.accounts.Accounts;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the edge asks, as an operator, before it lets other machines in. */
@RestController
public class FirstStartApi {

    private final Accounts accounts;

    public FirstStartApi(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Whether no account that works still has the password that the first start made. */
    record Answer(boolean passwordChanged) {}

    @GetMapping("/actuator/first-start")
    Answer answer() {
        return new Answer(!accounts.isPasswordKept(FirstStart.BY));
    }
}
