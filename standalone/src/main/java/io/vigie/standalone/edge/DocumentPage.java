package io.vigie.standalone.edge;

import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code GET /api/openapi.json}: one document from those of both services. */
final class DocumentPage implements OwnPages.Page {

    private static final String PATH = "/v3/api-docs";
    private static final long PATIENCE_MILLIS = 10_000;

    private final Asking asking;

    DocumentPage(Asking asking) {
        this.asking = asking;
    }

    @Override
    public void answer(Request request, JsonNode me, Response response, Callback callback) {
        CompletableFuture<Asking.Answered> commands =
                asking.askFor(request, Target.COMMAND_SERVICE, PATH, PATIENCE_MILLIS);
        CompletableFuture<Asking.Answered> queries =
                asking.askFor(request, Target.QUERY_SERVICE, PATH, PATIENCE_MILLIS);
        commands.thenAcceptBoth(queries, (command, query) -> {
                    if (!command.isGood() || !query.isGood()) {
                        EdgeProblem.of(503).write(response, callback);
                    } else {
                        Answer.json(200, merged(command.body(), query.body()), response, callback);
                    }
                })
                .exceptionally(failure -> {
                    EdgeProblem.of(502).write(response, callback);
                    return null;
                });
    }

    private static JsonNode merged(byte[] commands, byte[] queries) throws JacksonException {
        OpenApiDocument document = new OpenApiDocument();
        document.add(Target.COMMAND_SERVICE, "Command", JsonMapper.shared().readTree(commands));
        document.add(Target.QUERY_SERVICE, "Query", JsonMapper.shared().readTree(queries));
        return document.merged();
    }
}
