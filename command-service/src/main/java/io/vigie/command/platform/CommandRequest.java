package io.vigie.command.platform;

import io.vigie.access.Actor;
import io.vigie.access.rules.Reach;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What every command brings along besides its words: where it was sent, by whom, its key, its precondition. */
public final class CommandRequest {

    private final String method;
    private final String path;
    private final Actor actor;
    private final Portfolio portfolio;
    private final @Nullable IdempotencyKey key;
    private final Precondition precondition;

    private CommandRequest(
            String method,
            String path,
            Actor actor,
            Portfolio portfolio,
            @Nullable IdempotencyKey key,
            Precondition precondition) {
        this.method = method;
        this.path = path;
        this.actor = actor;
        this.portfolio = portfolio;
        this.key = key;
        this.precondition = precondition;
    }

    static CommandRequest of(HttpServletRequest request) {
        Actor actor = Actor.current().orElseThrow(() -> new IllegalStateException("a command of nobody came through"));
        return new CommandRequest(
                request.getMethod(),
                request.getRequestURI(),
                actor,
                Portfolio.of(actor, Reach.of(request)),
                IdempotencyKey.of(actor.id(), values(request, "Idempotency-Key")),
                Precondition.of(values(request, "If-Match")));
    }

    /** Who was proven to ask; nothing that the request says of it is believed. */
    public String actor() {
        return actor.id();
    }

    Portfolio portfolio() {
        return portfolio;
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
