package io.vigie.standalone.edge;

import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** Tells the pace at which its body comes. */
final class PacedRequest extends Request.Wrapper {

    private final Pace pace;

    PacedRequest(Request request, Pace pace) {
        super(request);
        this.pace = pace;
    }

    @Override
    public Content.@Nullable Chunk read() {
        Content.Chunk chunk = super.read();
        if (chunk != null) {
            pace.bytes(chunk.remaining());
        }
        return chunk;
    }

    @Override
    public void demand(Runnable then) {
        pace.awaitsBody(System.nanoTime());
        super.demand(() -> {
            pace.bodyCame(System.nanoTime());
            then.run();
        });
    }
}
