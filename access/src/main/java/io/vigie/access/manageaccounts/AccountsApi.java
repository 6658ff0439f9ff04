package io.vigie.access.manageaccounts;

import io.vigie.access.Actor;
import io.vigie.access.accounts.Account;
import io.vigie.access.accounts.Accounts;
import io.vigie.access.signin.Sessions;
import io.vigie.web.Rejected;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The people and programs that are known here; shutting one out ends all of its tokens and sessions. */
@RestController
public class AccountsApi {

    private final Accounts accounts;
    private final Sessions sessions;
    private final boolean passwords;

    /** @param passwords whether anybody may sign in with one; otherwise all people, administrators too, are a provider's */
    public AccountsApi(Accounts accounts, Sessions sessions, boolean passwords) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.passwords = passwords;
    }

    @PostMapping("/api/accounts")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, String> add(@Valid @RequestBody NewAccount wanted) {
        String by = Actor.present().id();
        Account account = wanted.account();
        String password = wanted.password();
        if (password != null && !passwords) {
            throw Rejected.unprocessable(
                            "unusable",
                            "Unusable content",
                            "Nobody signs in with a password here: accounts are programs'.")
                    .error("password", "must be left out");
        }
        if (!(password == null ? accounts.add(account, by) : accounts.add(account, password, by))) {
            throw Rejected.conflict(
                    "account-already-there", "Already there", "This id is taken, perhaps by one that was disabled.");
        }
        return Map.of("accountId", account.id());
    }

    @GetMapping("/api/accounts")
    Map<String, List<ShownAccount>> list() {
        return Map.of("items", accounts.all().stream().map(ShownAccount::of).toList());
    }

    /** Its history stays, and its id is never given to another. */
    @DeleteMapping("/api/accounts/{accountId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void disable(@PathVariable String accountId) {
        String by = Actor.present().id();
        if (by.equals(accountId)) {
            throw Rejected.conflict(
                    "own-account", "Own account", "Nobody shuts themselves out: let another one do it.");
        }
        if (!accounts.disable(accountId, by, passwords)) {
            throw Rejected.unknown("account-not-found", "Account not found", "There is no such account that works.");
        }
        sessions.endAll(accountId);
    }
}
