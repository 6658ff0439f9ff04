package io.vigie.standalone.edge;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code /password}: changes the password of whoever signed in. */
final class PasswordPage implements OwnPages.Page, OwnPages.Form {

    private static final long PATIENCE_MILLIS = 15_000;

    private final HtmlPage page = new HtmlPage("password.html");
    private final HtmlPage withoutForm = page.without("form");
    private final Asking asking;
    private final WhoAsks whoAsks;

    PasswordPage(Asking asking, WhoAsks whoAsks) {
        this.asking = asking;
        this.whoAsks = whoAsks;
    }

    /** Whether somebody has a password that can be changed here. */
    static boolean isFor(JsonNode me) {
        return me.path("ownPassword").asBoolean(true);
    }

    @Override
    public void answer(Request request, JsonNode me, Response response, Callback callback) {
        if (isFor(me)) {
            write(page, 200, "password.why", request, response, callback);
        } else {
            write(withoutForm, 403, "password.none", request, response, callback);
        }
    }

    @Override
    public void take(Request request, Response response, Callback callback) {
        FormBody.read(request, response, callback, fields -> change(fields, request, response, callback));
    }

    private void change(Fields fields, Request request, Response response, Callback callback) {
        whoAsks.of(request)
                .thenCompose(asker -> asker.isSomebody()
                        ? send(fields, asker.csrfToken(), request)
                        : CompletableFuture.completedFuture(
                                new Asking.Answered(asker.status(), HttpFields.EMPTY, new byte[0])))
                .thenAccept(answered -> tell(answered, request, response, callback))
                .exceptionally(failure -> {
                    callback.failed(failure);
                    return null;
                });
    }

    private CompletableFuture<Asking.Answered> send(Fields fields, String csrfToken, Request request) {
        return asking.tellFor(
                request,
                "PUT",
                "/api/me/password",
                JsonMapper.shared()
                        .createObjectNode()
                        .put("oldPassword", FormBody.field(fields, "old"))
                        .put("password", FormBody.field(fields, "new")),
                Map.of("X-CSRF-Token", csrfToken),
                PATIENCE_MILLIS);
    }

    private void tell(Asking.Answered answered, Request request, Response response, Callback callback) {
        switch (answered.status()) {
            case 200 -> Answer.goOn("/", answered.headers(), response, callback);
            case 401 -> EdgeProblem.of(401).write(response, callback);
            case 403 -> {
                if (answered.isProblem("no-account")) {
                    write(withoutForm, 403, "password.none", request, response, callback);
                } else {
                    write(403, "password.wrong", request, response, callback);
                }
            }
            case 429 -> {
                answered.passOnWait(response);
                write(429, "sign-in.too-many", request, response, callback);
            }
            default -> {
                boolean refused = answered.status() < 500;
                write(
                        refused ? 422 : 503,
                        refused ? "password.unusable" : "sign-in.not-ready",
                        request,
                        response,
                        callback);
            }
        }
    }

    private void write(int status, String sentence, Request request, Response response, Callback callback) {
        write(page, status, sentence, request, response, callback);
    }

    private static void write(
            HtmlPage page, int status, String sentence, Request request, Response response, Callback callback) {
        page.write(status, Map.of("said", Words.of(request).getString(sentence)), request, response, callback);
    }
}
