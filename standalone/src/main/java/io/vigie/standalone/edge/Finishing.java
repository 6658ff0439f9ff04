package io.vigie.standalone.edge;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Lets requests come to their end before the edge stops, but for those that have none: they are cut off, as are connections
 * without any.
 */
final class Finishing extends GracefulHandler {

    static final String STREAM = "/api/stream";

    private final Set<EndPoint> endless = ConcurrentHashMap.newKeySet();
    private final Patience patience;

    Finishing(Patience inside) {
        super(inside);
        this.patience = inside;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Handler inside = getHandler();
        if (inside == null
                || isShutdown()
                || !STREAM.equals(request.getHttpURI().getPath())) {
            return super.handle(request, response, callback);
        }
        EndPoint browser = request.getConnectionMetaData().getConnection().getEndPoint();
        endless.add(browser);
        Request.addCompletionListener(request, failure -> endless.remove(browser));
        return inside.handle(request, response, callback);
    }

    @Override
    public CompletableFuture<Void> shutdown() {
        CompletableFuture<Void> finished = super.shutdown();
        endless.forEach(EndPoint::close);
        patience.endIdle();
        return finished;
    }
}
