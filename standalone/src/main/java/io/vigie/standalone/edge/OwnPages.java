package io.vigie.standalone.edge;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * The addresses that the edge answers by itself, and those that nothing is at; what has a route goes inside. Nobody in
 * particular learns from here how the parts are, how to sign in, and nothing else, not even which addresses there are.
 */
final class OwnPages extends Handler.Wrapper {

    /** One address, for GET and HEAD. */
    interface Page {
        /** @param me what {@code GET /api/me} says of whoever asks; missing where everybody may ask */
        void answer(Request request, JsonNode me, Response response, Callback callback);
    }

    /** What a page of ours sends. */
    interface Form {
        void take(Request request, Response response, Callback callback);
    }

    private final Map<String, Page> open;
    private final Function<String, Optional<Page>> pages;
    private final Map<String, Form> forms;
    private final WhoAsks whoAsks;
    private final SignInPage signIn;

    /**
     * All of them.
     *
     * @param open for everybody
     * @param pages what is at an address for whoever is somebody
     */
    OwnPages(
            Map<String, Page> open,
            Function<String, Optional<Page>> pages,
            Map<String, Form> forms,
            WhoAsks whoAsks,
            SignInPage signIn,
            Handler inside) {
        super(inside);
        this.open = open;
        this.pages = pages;
        this.forms = forms;
        this.whoAsks = whoAsks;
        this.signIn = signIn;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String path = request.getHttpURI().getPath();
        Page page = open.get(path);
        Form form = request.getMethod().equals("POST") ? forms.get(path) : null;
        if (page != null) {
            answer(page, request, MissingNode.getInstance(), response, callback);
        } else if (form != null && KnownHosts.isSentByOwnPage(request)) {
            form.take(request, response, callback);
        } else {
            Page own = pages.apply(path).orElse(null);
            if (own == null && Routes.target(request.getMethod(), path).isPresent()) {
                return super.handle(request, response, callback);
            }
            answerSomebody(own, request, response, callback);
        }
        return true;
    }

    private void answerSomebody(@Nullable Page page, Request request, Response response, Callback callback) {
        whoAsks.of(request)
                .thenAccept(asker -> {
                    if (!asker.isSomebody()) {
                        refuse(asker.status(), request, response, callback);
                    } else if (page == null) {
                        EdgeProblem.of(404).write(response, callback);
                    } else {
                        answer(page, request, asker.me(), response, callback);
                    }
                })
                .exceptionally(failure -> {
                    callback.failed(failure);
                    return null;
                });
    }

    private void refuse(int status, Request request, Response response, Callback callback) {
        if (status == 401 && SignInPage.isWanted(request)) {
            signIn.ask(request, response, callback);
        } else if (status == 401 && request.getHeaders().contains(HttpHeader.AUTHORIZATION)) {
            EdgeProblem.badToken().write(response, callback);
        } else {
            EdgeProblem.of(status).write(response, callback);
        }
    }

    private static void answer(Page page, Request request, JsonNode me, Response response, Callback callback) {
        if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
            response.getHeaders().put(HttpHeader.ALLOW, "GET, HEAD");
            EdgeProblem.of(405).write(response, callback);
            return;
        }
        page.answer(request, me, response, callback);
    }
}
