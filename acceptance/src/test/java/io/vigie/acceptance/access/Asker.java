package io.vigie.acceptance.access;

import io.vigie.acceptance.system.Api;
import io.vigie.acceptance.system.Credentials;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Somebody who asks.
 *
 * @param role empty for nobody in particular
 * @param portfolio the account manager whose clients are its own; empty for none
 */
record Asker(String name, String role, String portfolio, Api api) {

    static final List<String> ROLES =
            List.of("account-manager", "agency-manager", "data-scientist", "auditor", "operator", "administrator");

    /** Nobody, and each role by the token of the data folder, of which the account manager has no clients. */
    static List<Asker> of(Credentials credentials, Api api) throws IOException {
        List<Asker> askers = new ArrayList<>(List.of(new Asker("nobody", "", "", api.as(""))));
        for (String role : ROLES) {
            askers.add(new Asker(role, role, "", api.as("Bearer " + credentials.token(role))));
        }
        return askers;
    }

    /** An account manager. */
    static Asker of(String portfolio, String token, Api api) {
        return new Asker(portfolio, "account-manager", portfolio, api.as("Bearer " + token));
    }

    boolean isNobody() {
        return role.isEmpty();
    }
}
