package io.vigie.acceptance.access;

import io.vigie.acceptance.system.Answer;
import io.vigie.acceptance.system.Api;
import io.vigie.acceptance.system.Credentials;
import io.vigie.acceptance.system.Session;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who asks.
 *
 * @param roles none for nobody in particular
 * @param portfolio the account manager whose clients are its own; empty for none
 * @param session null for who comes with a token, or with nothing
 */
record Asker(
        String name,
        List<String> roles,
        String portfolio,
        Api api,
        @Nullable Session session) {

    static final List<String> ROLES =
            List.of("account-manager", "agency-manager", "data-scientist", "auditor", "operator", "administrator");

    /** Nobody, and each role by the token of the data folder, of which the account manager has no clients. */
    static List<Asker> of(Credentials credentials, Api api) throws IOException {
        List<Asker> askers = new ArrayList<>(List.of(new Asker("nobody", List.of(), "", api.as(""), null)));
        for (String role : ROLES) {
            askers.add(new Asker(role, List.of(role), "", api.as("Bearer " + credentials.token(role)), null));
        }
        return askers;
    }

    /** An account manager. */
    static Asker of(String portfolio, String token, Api api) {
        return new Asker(portfolio, List.of("account-manager"), portfolio, api.as("Bearer " + token), null);
    }

    /** These, and each role in person, an account manager with clients, and somebody who is that and more. */
    static List<Asker> andInPerson(List<Asker> others, Session admin, Api api)
            throws IOException, InterruptedException {
        List<Asker> askers = new ArrayList<>(others);
        for (String role : ROLES) {
            askers.add(inPerson(admin, api, List.of(role), ""));
        }
        askers.add(inPerson(admin, api, List.of("account-manager"), Portfolios.ADA));
        askers.add(inPerson(admin, api, List.of("account-manager", "data-scientist", "operator"), Portfolios.BO));
        return askers;
    }

    private static Asker inPerson(Session admin, Api api, List<String> roles, String portfolio)
            throws IOException, InterruptedException {
        String name = "person." + String.join(".", roles) + "." + portfolio;
        return new Asker(name, roles, portfolio, api.as(""), admin.person(name, roles, portfolio));
    }

    boolean isNobody() {
        return roles.isEmpty();
    }

    boolean isInPerson() {
        return session != null;
    }

    Answer send(URI origin, String method, String path, @Nullable String body, Map<String, String> headers)
            throws IOException, InterruptedException {
        return session == null
                ? api.at(origin).send(method, path, body, headers)
                : session.send(origin, method, path, body, headers);
    }
}
