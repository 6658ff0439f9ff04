package io.vigie.standalone.edge;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.jetty.client.BufferingResponseListener;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Result;
import org.eclipse.jetty.client.StringRequestContent;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks services small questions of the edge's own. */
final class Asking {

    private static final int LARGEST_ANSWER = 4 * 1024 * 1024;

    private final EdgeSettings settings;
    private final Supplier<HttpClient> client;

    Asking(EdgeSettings settings, Supplier<HttpClient> client) {
        this.settings = settings;
        this.client = client;
    }

    /**
     * What a service answered; 503 when there was no answer within the time.
     *
     * @param headers none without an answer
     */
    record Answered(int status, HttpFields headers, byte[] body) {

        static final Answered NOTHING = new Answered(503, HttpFields.EMPTY, new byte[0]);

        boolean isGood() {
            return status == 200;
        }

        /** Whether it is a problem of that kind, by the last word of its type. */
        boolean isProblem(String kind) {
            try {
                return JsonMapper.shared()
                        .readTree(body)
                        .path("type")
                        .asString("")
                        .equals("/problems/" + kind);
            } catch (JacksonException notOurs) {
                return false;
            }
        }

        /** Says how long to wait, as the service did; a minute when it didn't. */
        void passOnWait(Response response) {
            String wait = headers.get(HttpHeader.RETRY_AFTER);
            response.getHeaders().put(HttpHeader.RETRY_AFTER, wait == null ? "60" : wait);
        }
    }

    /** Asks in nobody's name. */
    CompletableFuture<Answered> ask(Target target, String path, long millis) {
        return send(target, path, millis, request -> {});
    }

    /** Asks in the name of whoever sent a request. */
    CompletableFuture<Answered> askFor(Request asker, Target target, String path, long millis) {
        return send(target, path, millis, request -> request.headers(headers -> introduce(asker, headers)));
    }

    /** Sends the command-service something in the name of whoever sent a request. */
    CompletableFuture<Answered> tellFor(
            Request asker, String method, String path, JsonNode body, Map<String, String> more, long millis) {
        return send(Target.COMMAND_SERVICE, path, millis, request -> request.method(method)
                .headers(headers -> {
                    introduce(asker, headers);
                    more.forEach(headers::put);
                })
                .body(new StringRequestContent("application/json", body.toString())));
    }

    private static void introduce(Request asker, HttpFields.Mutable headers) {
        for (HttpField field : asker.getHeaders()) {
            if (field.getHeader() == HttpHeader.AUTHORIZATION || field.getHeader() == HttpHeader.COOKIE) {
                headers.add(field);
            }
        }
        ForwardedHeaders.put(asker, headers);
    }

    private interface Preparing {
        void prepare(org.eclipse.jetty.client.Request request);
    }

    private CompletableFuture<Answered> send(Target target, String path, long millis, Preparing preparing) {
        URI base = settings.base(target);
        if (base == null) {
            return CompletableFuture.completedFuture(Answered.NOTHING);
        }
        CompletableFuture<Answered> answer = new CompletableFuture<>();
        org.eclipse.jetty.client.Request request =
                client.get().newRequest(base.resolve(path)).timeout(millis, TimeUnit.MILLISECONDS);
        preparing.prepare(request);
        request.send(new BufferingResponseListener(LARGEST_ANSWER) {
            @Override
            public void onComplete(Result result) {
                byte @Nullable [] body = getContent();
                answer.complete(
                        result.isSucceeded() && body != null
                                ? new Answered(
                                        result.getResponse().getStatus(),
                                        result.getResponse().getHeaders(),
                                        body)
                                : Answered.NOTHING);
            }
        });
        return answer;
    }
}
