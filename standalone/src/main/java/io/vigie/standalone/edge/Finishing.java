package io.vigie.standalone.edge;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.Callback;

/** Lets requests come to their end before the edge stops, but for those that have none. */
final class Finishing extends GracefulHandler {

    private static final String STREAM = "/api/stream";

    Finishing(Handler inside) {
        super(inside);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Handler inside = getHandler();
        return inside != null && STREAM.equals(request.getHttpURI().getPath())
                ? inside.handle(request, response, callback)
                : super.handle(request, response, callback);
    }
}
