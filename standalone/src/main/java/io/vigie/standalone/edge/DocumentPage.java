package io.vigie.standalone.edge;

import java.util.Optional;
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
    public void answer(Request request, Response response, Callback callback) {
        CompletableFuture<Optional<byte[]>> commands = asking.ask(Target.COMMAND_SERVICE, PATH, PATIENCE_MILLIS);
        CompletableFuture<Optional<byte[]>> queries = asking.ask(Target.QUERY_SERVICE, PATH, PATIENCE_MILLIS);
        commands.thenAcceptBoth(queries, (command, query) -> {
                    if (command.isEmpty() || query.isEmpty()) {
                        EdgeProblem.of(503).write(response, callback);
                    } else {
                        Answer.json(200, merged(command.get(), query.get()), response, callback);
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
