package io.vigie.command.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What every command brings along besides its words: where it was sent, its key, its precondition. */
public final class CommandRequest {

    /** Whoever asks, until there is sign-in; no header is believed. */
    static final String PRINCIPAL = "local";

    private final String method;
    private final String path;
    private final @Nullable IdempotencyKey key;
    private final Precondition precondition;

    private CommandRequest(String method, String path, @Nullable IdempotencyKey key, Precondition precondition) {
        this.method = method;
        this.path = path;
        this.key = key;
        this.precondition = precondition;
    }

    static CommandRequest of(HttpServletRequest request) {
        return new CommandRequest(
                request.getMethod(),
                request.getRequestURI(),
                IdempotencyKey.of(PRINCIPAL, values(request, "Idempotency-Key")),
                Precondition.of(values(request, "If-Match")));
    }

    String method() {
        return method;
    }

    String path() {
        return path;
    }

    @Nullable
    IdempotencyKey key() {
        return key;
    }

    Precondition precondition() {
        return precondition;
    }

    private static List<String> values(HttpServletRequest request, String header) {
        return Collections.list(request.getHeaders(header));
    }
}
