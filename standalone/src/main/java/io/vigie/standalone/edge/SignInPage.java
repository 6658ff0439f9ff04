package io.vigie.standalone.edge;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Asks for account and password instead of a page, and goes on to that page once they were right. */
final class SignInPage implements OwnPages.Form {

    private static final long PATIENCE_MILLIS = 15_000;
    private static final long PATIENCE_FOR_WAYS_MILLIS = 1_000;

    /** One slash, then nothing that a browser could read as another host: no second slash, no backslash, no blank. */
    private static final Pattern OURS = Pattern.compile("/(?!/)[!-\\[\\]-~]{0,2000}");

    /** What a sign-in at the provider may have failed by, as the command-service says, and the words for it. */
    private static final Map<String, String> FAILED = Map.of(
            "failed=sign-in-failed", "sign-in.refused",
            "failed=sign-in-not-begun-here", "sign-in.not-begun-here",
            "failed=sign-in-unavailable", "sign-in.unavailable",
            "failed=no-role", "sign-in.no-role",
            "failed=too-many-attempts", "sign-in.too-many");

    private final HtmlPage bothWays = new HtmlPage("sign-in.html");
    private final HtmlPage byPassword = bothWays.without("provider");
    private final HtmlPage atProvider = bothWays.without("password");
    private final Asking asking;

    SignInPage(Asking asking) {
        this.asking = asking;
    }

    /** Whether a person would see the page. */
    static boolean isWanted(Request request) {
        String accepted = request.getHeaders().get(HttpHeader.ACCEPT);
        return accepted != null && accepted.contains("text/html");
    }

    void ask(Request request, Response response, Callback callback) {
        boolean alone = request.getHttpURI().getPath().equals("/sign-in");
        String query = String.valueOf(request.getHttpURI().getQuery());
        write(
                401,
                Words.of(request).getString(alone ? FAILED.getOrDefault(query, "sign-in.why") : "sign-in.why"),
                "",
                request.getMethod().equals("GET") && !alone
                        ? request.getHttpURI().getPathQuery()
                        : "/",
                request,
                response,
                callback);
    }

    @Override
    public void take(Request request, Response response, Callback callback) {
        FormBody.read(request, response, callback, fields -> signIn(fields, request, response, callback));
    }

    private void signIn(Fields fields, Request request, Response response, Callback callback) {
        String account = FormBody.field(fields, "account");
        String wanted = FormBody.field(fields, "next");
        String next = OURS.matcher(wanted).matches() ? wanted : "/";
        asking.tellFor(
                        request,
                        "POST",
                        "/api/sign-in",
                        JsonMapper.shared()
                                .createObjectNode()
                                .put("accountId", account)
                                .put("password", FormBody.field(fields, "password")),
                        Map.of(),
                        PATIENCE_MILLIS)
                .thenAccept(answered -> {
                    if (answered.isGood()) {
                        Answer.goOn(next, answered.headers(), response, callback);
                    } else {
                        refuse(answered, account, next, request, response, callback);
                    }
                })
                .exceptionally(failure -> {
                    callback.failed(failure);
                    return null;
                });
    }

    private void refuse(
            Asking.Answered answered,
            String account,
            String next,
            Request request,
            Response response,
            Callback callback) {
        if (answered.status() == 429) {
            answered.passOnWait(response);
            write(429, Words.of(request).getString("sign-in.too-many"), account, next, request, response, callback);
        } else if (answered.status() == 403) {
            write(403, Words.of(request).getString("sign-in.no-passwords"), account, next, request, response, callback);
        } else if (answered.status() >= 500) {
            response.getHeaders().put(HttpHeader.RETRY_AFTER, 1);
            write(503, Words.of(request).getString("sign-in.not-ready"), account, next, request, response, callback);
        } else {
            write(401, Words.of(request).getString("sign-in.wrong"), account, next, request, response, callback);
        }
    }

    private void write(
            int status,
            String sentence,
            String account,
            String next,
            Request request,
            Response response,
            Callback callback) {
        Map<String, String> said = Map.of(
                "said",
                sentence,
                "account",
                account,
                "next",
                next,
                "next-in-address",
                URLEncoder.encode(next, StandardCharsets.UTF_8));
        asking.ask(Target.COMMAND_SERVICE, "/api/sign-in", PATIENCE_FOR_WAYS_MILLIS)
                .thenAccept(ways -> page(ways).write(status, said, request, response, callback))
                .exceptionally(failure -> {
                    callback.failed(failure);
                    return null;
                });
    }

    /** With the ways in which people can sign in; by a password when nobody says so. */
    private HtmlPage page(Asking.Answered answer) {
        try {
            JsonNode ways = answer.isGood() ? JsonMapper.shared().readTree(answer.body()) : MissingNode.getInstance();
            if (!ways.path("provider").asBoolean(false)) {
                return byPassword;
            }
            return ways.path("password").asBoolean(true) ? bothWays : atProvider;
        } catch (JacksonException notOurs) {
            return byPassword;
        }
    }
}
