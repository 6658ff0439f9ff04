package io.vigie.acceptance.access;

import java.util.Map;
import java.util.Set;

/**
 * What an endpoint that is about no client answers to whoever it lets in, when the request has an empty object for its
 * body and asks for {@code no-such-thing}.
 */
final class EmptyRequests {

    private static final Set<Integer> FOUND = Set.of(200);
    private static final Set<Integer> UNKNOWN = Set.of(404);
    private static final Set<Integer> INCOMPLETE = Set.of(422);
    private static final Set<Integer> MALFORMED = Set.of(400);

    private static final Map<String, Set<Integer>> ANSWERS = Map.ofEntries(
            Map.entry("GET /api/clients", FOUND),
            Map.entry("GET /api/summary", FOUND),
            Map.entry("GET /api/risk/by-state", FOUND),
            // Nothing is asked for.
            Map.entry("GET /api/stream", MALFORMED),
            Map.entry("GET /api/summary/trend", FOUND),
            Map.entry("GET /api/risk/distribution", FOUND),
            Map.entry("GET /api/risk/by-sites-and-years", FOUND),
            Map.entry("GET /api/risk/moves", FOUND),
            // Of which clients it doesn't say.
            Map.entry("GET /api/risk/histories", MALFORMED),
            Map.entry("GET /api/events", FOUND),
            Map.entry("GET /api/pipeline", FOUND),
            Map.entry("POST /api/clients", INCOMPLETE),
            Map.entry("POST /api/imports/clients", Set.of(415)),
            Map.entry("GET /api/imports/{importId}", UNKNOWN),
            Map.entry("GET /api/account-managers", FOUND),
            Map.entry("POST /api/account-managers", INCOMPLETE),
            Map.entry("GET /api/models", FOUND),
            Map.entry("GET /api/models/{name}", UNKNOWN),
            Map.entry("GET /api/models/{name}/versions/{version}", UNKNOWN),
            Map.entry("GET /api/models/{name}/versions/{version}/document", UNKNOWN),
            Map.entry("GET /api/models/{name}/versions/{version}/drift", UNKNOWN),
            Map.entry("GET /api/models/{name}/versions/{version}/quality", UNKNOWN),
            Map.entry("GET /api/models/{name}/versions/{version}/band-changes", UNKNOWN),
            Map.entry("GET /api/models/{name}/comparison", UNKNOWN),
            Map.entry("POST /api/models/{name}/versions/{version}/evaluations", UNKNOWN),
            Map.entry("POST /api/models/{name}/versions", Set.of(415)),
            Map.entry("PUT /api/models/{name}/aliases/champion", INCOMPLETE),
            Map.entry("PUT /api/models/{name}/aliases/challenger", INCOMPLETE),
            Map.entry("DELETE /api/models/{name}/aliases/challenger", MALFORMED),
            Map.entry("GET /api/models/{name}/proposals", FOUND),
            Map.entry("DELETE /api/models/{name}/proposals/{proposalId}", MALFORMED),
            Map.entry("POST /api/models/{name}/rollback", INCOMPLETE),
            Map.entry("POST /api/models/{name}/versions/{version}/retirement", MALFORMED),
            Map.entry("GET /api/sign-in", FOUND),
            Map.entry("POST /api/sign-in", INCOMPLETE),
            // No provider is configured.
            Map.entry("GET /api/sign-in/provider", UNKNOWN),
            Map.entry("GET /api/sign-in/provider/callback", UNKNOWN),
            Map.entry("POST /api/sign-out", Set.of(204)),
            Map.entry("GET /api/me", FOUND),
            Map.entry("PUT /api/me/password", INCOMPLETE),
            Map.entry("GET /api/tokens", FOUND),
            Map.entry("POST /api/tokens", INCOMPLETE),
            Map.entry("DELETE /api/tokens/{tokenId}", UNKNOWN),
            Map.entry("GET /api/accounts", FOUND),
            Map.entry("POST /api/accounts", INCOMPLETE),
            Map.entry("DELETE /api/accounts/{accountId}", UNKNOWN),
            Map.entry("GET /api/accounts/{accountId}/tokens", FOUND),
            Map.entry("POST /api/accounts/{accountId}/tokens", INCOMPLETE),
            Map.entry("DELETE /api/accounts/{accountId}/tokens/{tokenId}", UNKNOWN),
            Map.entry("GET /api/reads", FOUND),
            Map.entry("GET /api/actions", FOUND),
            Map.entry("GET /api/dead-letters", FOUND),
            Map.entry("GET /api/dead-letters/{deadLetterId}", UNKNOWN),
            Map.entry("POST /api/dead-letters/{deadLetterId}/retry", UNKNOWN),
            Map.entry("POST /api/dead-letters/{deadLetterId}/evict", UNKNOWN),
            Map.entry("POST /api/rebuilds", Set.of(202, 409)),
            Map.entry("GET /api/rebuilds/{rebuildId}", UNKNOWN),
            Map.entry("POST /actuator/vigiereconciliation", FOUND),
            Map.entry("GET /actuator/health", FOUND),
            Map.entry("GET /actuator/health/**", UNKNOWN),
            Map.entry("GET /actuator", FOUND),
            Map.entry("GET /actuator/**", FOUND),
            Map.entry("GET /v3/api-docs", FOUND));

    private EmptyRequests() {}

    /** The status of the answer; an endpoint that isn't in the list fails. */
    static Set<Integer> answers(Rule rule) {
        String endpoint = rule.method() + " " + rule.path();
        Set<Integer> answers = ANSWERS.get(endpoint);
        if (answers == null) {
            throw new AssertionError("what does " + endpoint + " answer to an empty request?");
        }
        return answers;
    }
}
