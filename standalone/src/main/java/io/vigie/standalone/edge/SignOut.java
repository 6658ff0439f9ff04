package io.vigie.standalone.edge;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import tools.jackson.databind.json.JsonMapper;

/** {@code POST /sign-out} from a page of ours: ends the session of the browser. */
final class SignOut implements OwnPages.Form {

    private static final long PATIENCE_MILLIS = 5_000;

    private final Asking asking;
    private final WhoAsks whoAsks;

    SignOut(Asking asking, WhoAsks whoAsks) {
        this.asking = asking;
        this.whoAsks = whoAsks;
    }

    @Override
    public void take(Request request, Response response, Callback callback) {
        whoAsks.of(request)
                .thenCompose(asker -> asker.isSomebody()
                        ? end(request, asker.csrfToken())
                        : CompletableFuture.completedFuture(
                                new Asking.Answered(asker.status(), HttpFields.EMPTY, new byte[0])))
                .thenAccept(answered -> {
                    if (answered.status() == 204 || answered.status() == 401) {
                        Answer.goOn("/", answered.headers(), response, callback);
                    } else {
                        EdgeProblem.of(503).write(response, callback);
                    }
                })
                .exceptionally(failure -> {
                    callback.failed(failure);
                    return null;
                });
    }

    private CompletableFuture<Asking.Answered> end(Request request, String csrfToken) {
        return asking.tellFor(
                request,
                "POST",
                "/api/sign-out",
                JsonMapper.shared().createObjectNode(),
                Map.of("X-CSRF-Token", csrfToken),
                PATIENCE_MILLIS);
    }
}
