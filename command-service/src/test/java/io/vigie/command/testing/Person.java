package io.vigie.command.testing;

import io.vigie.access.Role;
import io.vigie.access.accounts.Account;
import io.vigie.access.accounts.Accounts;
import io.vigie.access.signin.SessionCookie;
import io.vigie.access.signin.Sessions;
import java.util.Set;

/** Somebody who signed in to a service. */
public record Person(RunningService service, String session) {

    /** Signs in, in another session each time. */
    public static Person signedIn(RunningService service, String accountId) {
        service.bean(Accounts.class).add(new Account(accountId, Set.of(Role.DATA_SCIENTIST), null), "test");
        return new Person(service, service.bean(Sessions.class).begin(accountId));
    }

    /** Sends JSON. */
    public Answer send(String method, String path, String json, String... more) {
        String[] headers = new String[more.length + 4];
        headers[0] = "Cookie";
        headers[1] = "vigie_session=" + session;
        headers[2] = SessionCookie.CSRF_HEADER;
        headers[3] = SessionCookie.csrfToken(session);
        System.arraycopy(more, 0, headers, 4, more.length);
        return service.send(method, path, json, headers);
    }
}
