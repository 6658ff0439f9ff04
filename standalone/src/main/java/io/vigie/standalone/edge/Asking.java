package io.vigie.standalone.edge;

import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.jetty.client.BufferingResponseListener;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Result;
import org.jspecify.annotations.Nullable;

/** Asks services small questions of the edge's own. */
final class Asking {

    private static final int LARGEST_ANSWER = 4 * 1024 * 1024;

    private final EdgeSettings settings;
    private final Supplier<HttpClient> client;

    Asking(EdgeSettings settings, Supplier<HttpClient> client) {
        this.settings = settings;
        this.client = client;
    }

    /** The body of a 200, or nothing within the time. */
    CompletableFuture<Optional<byte[]>> ask(Target target, String path, long millis) {
        CompletableFuture<Optional<byte[]>> answer = new CompletableFuture<>();
        URI base = settings.base(target);
        if (base == null) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        client.get()
                .newRequest(base.resolve(path))
                .timeout(millis, TimeUnit.MILLISECONDS)
                .send(new BufferingResponseListener(LARGEST_ANSWER) {
                    @Override
                    public void onComplete(Result result) {
                        byte @Nullable [] body = getContent();
                        boolean good =
                                result.isSucceeded() && result.getResponse().getStatus() == 200;
                        answer.complete(good && body != null ? Optional.of(body) : Optional.empty());
                    }
                });
        return answer;
    }
}
