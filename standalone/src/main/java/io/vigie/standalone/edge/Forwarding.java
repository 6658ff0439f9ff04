package io.vigie.standalone.edge;

import java.net.ConnectException;
import java.net.URI;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.transport.HttpClientTransportOverHTTP;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.ClientConnector;
import org.eclipse.jetty.proxy.ProxyHandler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Passes requests that have a route on to its service, and bodies both ways as they come. */
final class Forwarding extends ProxyHandler.Reverse {

    private final EdgeSettings settings;

    private final Executor threads;
    private final ByteBufferPool buffers;

    Forwarding(EdgeSettings settings, Executor threads, ByteBufferPool buffers) {
        super(request -> address(settings, request));
        this.settings = settings;
        this.threads = threads;
        this.buffers = buffers;
        setViaHost("vigie");
    }

    @Override
    protected HttpClient newHttpClient() {
        ClientConnector connector = new ClientConnector();
        connector.setSelectors(1);
        HttpClient client = new HttpClient(new HttpClientTransportOverHTTP(connector));
        client.setExecutor(threads);
        client.setByteBufferPool(buffers);
        client.setConnectTimeout(2_000);
        client.setIdleTimeout(EdgeServer.IDLE_MILLIS);
        client.setMaxConnectionsPerDestination(256);
        client.setMaxRequestsQueuedPerDestination(1024);
        client.setUserAgentField(null);
        return client;
    }

    /** Streams have connections of their own, so that however many there are, reads find some. */
    @Override
    protected org.eclipse.jetty.client.Request newProxyToServerRequest(Request from, HttpURI address) {
        org.eclipse.jetty.client.Request to = super.newProxyToServerRequest(from, address);
        return Finishing.STREAM.equals(from.getHttpURI().getPath()) ? to.tag(Finishing.STREAM) : to;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        if (settings.base(target(request)) == null) {
            EdgeProblem.of(503).write(response, callback);
            return true;
        }
        return super.handle(request, response, callback);
    }

    private static Target target(Request request) {
        return Routes.target(request.getMethod(), request.getHttpURI().getPath())
                .orElseThrow();
    }

    private static HttpURI address(EdgeSettings settings, Request request) {
        URI base = settings.base(target(request));
        if (base == null) {
            throw new IllegalStateException("a request for a service that isn't configured came through");
        }
        return HttpURI.build(base.resolve("/"))
                .path(request.getHttpURI().getPath())
                .query(request.getHttpURI().getQuery())
                .asImmutable();
    }

    @Override
    protected void addProxyHeaders(Request from, org.eclipse.jetty.client.Request to) {
        addViaHeader(from, to);
        to.headers(headers -> ForwardedHeaders.put(from, headers));
    }

    @Override
    protected @Nullable HttpField filterServerToProxyResponseField(HttpField field) {
        return field.getHeader() == HttpHeader.SERVER ? null : field;
    }

    @Override
    protected void onServerToProxyResponseFailure(
            Request request,
            org.eclipse.jetty.client.Request toService,
            org.eclipse.jetty.client.Response fromService,
            Response response,
            Callback callback,
            Throwable failure) {
        if (response.isCommitted()) {
            callback.failed(failure);
            return;
        }
        response.reset();
        EdgeProblem.of(status(failure)).write(response, callback);
    }

    private static int status(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof HttpException refused) {
                return refused.getCode();
            }
            if (cause instanceof ConnectException) {
                return 503;
            }
            if (cause instanceof TimeoutException) {
                return 504;
            }
        }
        return 502;
    }
}
