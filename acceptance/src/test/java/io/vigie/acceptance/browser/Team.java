package io.vigie.acceptance.browser;

import com.microsoft.playwright.Page;
import io.vigie.acceptance.system.RunningVigie;
import io.vigie.acceptance.system.Session;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The people of an agency, each with an account, and account managers with room for clients. */
final class Team {

    private final RunningVigie vigie;
    private final String password = UUID.randomUUID().toString();

    private Team(RunningVigie vigie) {
        this.vigie = vigie;
    }

    static Team of(RunningVigie vigie) throws IOException, InterruptedException {
        Team team = new Team(vigie);
        Session administrator = Session.signIn(
                vigie.api(), vigie.credentials().account(), vigie.credentials().password());
        team.manage("ada", "Ada Byron", 40);
        team.manage("jules", "Jules Okafor", 25);
        team.account(administrator, "ann", "agency-manager", "");
        team.account(administrator, "amy", "agency-manager", "");
        team.account(administrator, "ben", "data-scientist", "");
        team.account(administrator, "cleo", "auditor", "");
        team.account(administrator, "otto", "operator", "");
        team.account(administrator, "ada", "account-manager", "ada");
        return team;
    }

    private void manage(String id, String name, int capacity) throws IOException, InterruptedException {
        vigie.api().post("/api/account-managers", Map.of("accountManagerId", id, "name", name, "capacity", capacity));
    }

    private void account(Session administrator, String account, String role, String accountManager)
            throws IOException, InterruptedException {
        Map<String, Object> wanted = accountManager.isEmpty()
                ? Map.of("accountId", account, "roles", List.of(role), "password", password)
                : Map.of(
                        "accountId",
                        account,
                        "roles",
                        List.of(role),
                        "password",
                        password,
                        "accountManagerId",
                        accountManager);
        if (administrator.post("/api/accounts", wanted).status() != 201) {
            throw new IllegalStateException("no account for " + account);
        }
    }

    /** One of them, signed in at a browser of their own. */
    Person at(Chromium chromium, String account, Look look) {
        return chromium.person(vigie, look).signIn(account, password);
    }

    /** Somebody who is asked to sign in again. */
    void signIn(Page page, String account) {
        Person.signIn(page, account, password);
    }
}
