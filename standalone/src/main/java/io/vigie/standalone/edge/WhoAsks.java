package io.vigie.standalone.edge;

import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Finds out who asks for what is the edge's own. The command-service knows; here nothing is remembered. */
final class WhoAsks {

    private static final long PATIENCE_MILLIS = 5_000;

    private final Asking asking;

    WhoAsks(Asking asking) {
        this.asking = asking;
    }

    /**
     * Who it is.
     *
     * @param status 200 for somebody, 401 for nobody, 403 for somebody without a role, 503 when it can't be found out
     * @param me what {@code GET /api/me} says of somebody
     */
    record Asker(int status, JsonNode me) {

        private static Asker unknown(int status) {
            return new Asker(status, MissingNode.getInstance());
        }

        boolean isSomebody() {
            return status == 200;
        }

        /** What a page has to send with what changes something; empty for whoever came by a token. */
        String csrfToken() {
            return me.path("csrfToken").asString("");
        }
    }

    /** Without a token and without a cookie nobody is asked. */
    CompletableFuture<Asker> of(Request request) {
        if (!request.getHeaders().contains(HttpHeader.AUTHORIZATION)
                && !request.getHeaders().contains(HttpHeader.COOKIE)) {
            return CompletableFuture.completedFuture(Asker.unknown(401));
        }
        return asking.askFor(request, Target.COMMAND_SERVICE, "/api/me", PATIENCE_MILLIS)
                .thenApply(WhoAsks::asker);
    }

    private static Asker asker(Asking.Answered answered) {
        if (!answered.isGood()) {
            boolean refused = answered.status() == 401 || answered.status() == 403;
            return Asker.unknown(refused ? answered.status() : 503);
        }
        try {
            return new Asker(200, JsonMapper.shared().readTree(answered.body()));
        } catch (JacksonException notOurs) {
            return Asker.unknown(503);
        }
    }
}
