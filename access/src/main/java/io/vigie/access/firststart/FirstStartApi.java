package io.vigie.access.firststart;

import io.vigie.access.accounts.Accounts;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the edge asks, as an operator, before it lets other machines in. */
@RestController
public class FirstStartApi {

    private final Accounts accounts;
    private final boolean passwords;

    /** @param passwords whether anybody may sign in with one */
    public FirstStartApi(Accounts accounts, boolean passwords) {
        this.accounts = accounts;
        this.passwords = passwords;
    }

    /** Whether nobody can sign in any more with the password that the first start made. */
    record Answer(boolean passwordChanged) {}

    @GetMapping("/actuator/first-start")
    Answer answer() {
        return new Answer(!passwords || !accounts.isPasswordKept(FirstStart.BY));
    }
}
