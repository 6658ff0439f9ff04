package io.vigie.standalone.edge;

import java.io.IOException;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;

/**
 * Ends connections before anything is read of them: of others than the proxies where there are some, and more than one
 * address may have. Then those that only take up room: on which no head of a request comes to its end, and whose bodies
 * come drop by drop. The server's own idle timeout begins anew with every byte.
 */
final class Patience extends Handler.Wrapper implements Connection.Listener {

    private static final Duration LOOK = Duration.ofMillis(500);

    private final Limits limits;
    private final TrustedProxies proxies;
    private final Map<Connection, Open> open = new ConcurrentHashMap<>();
    private final Map<String, Integer> addresses = new ConcurrentHashMap<>();
    private final ScheduledExecutorScheduler clock = new ScheduledExecutorScheduler("patience", true);

    /** A connection; one that has ended can't tell any more where it came from. */
    private record Open(String address, Pace pace) {}

    /** @param proxies which may have as many connections as there are */
    Patience(Limits limits, TrustedProxies proxies, Handler inside) {
        super(inside);
        this.limits = limits;
        this.proxies = proxies;
        addBean(clock);
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        look();
    }

    private void look() {
        long now = System.nanoTime();
        boolean crowded = limits.isCrowded(open.size());
        open.forEach((connection, one) -> {
            if (one.pace().isTooSlow(now, crowded)) {
                connection.getEndPoint().close(new IOException("too slow"));
            }
        });
        if (isRunning() || isStarting()) {
            clock.schedule(this::look, LOOK.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Ends the connections on which nothing is being answered: the server would wait a second for the next request. */
    void endIdle() {
        open.forEach((connection, one) -> {
            if (one.pace().isIdle()) {
                connection.getEndPoint().close();
            }
        });
    }

    /** The connection inside of TLS is one of its own. */
    @Override
    public void onOpened(Connection connection) {
        if (connection instanceof SslConnection) {
            return;
        }
        SocketAddress peer = connection.getEndPoint().getRemoteSocketAddress();
        String address = NumericAddress.counted(peer);
        open.put(connection, new Open(address, new Pace(limits, System.nanoTime())));
        int ofOne = addresses.merge(address, 1, Integer::sum);
        if (!proxies.letIn(peer)) {
            connection.getEndPoint().close(new IOException("not by a proxy"));
        } else if (ofOne > limits.connectionsOfOne() && !proxies.contains(peer)) {
            connection.getEndPoint().close(new IOException("too many connections of one address"));
        }
    }

    @Override
    public void onClosed(Connection connection) {
        Open ended = open.remove(connection);
        if (ended != null) {
            addresses.computeIfPresent(ended.address(), (address, ofOne) -> ofOne == 1 ? null : ofOne - 1);
        }
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Open one = open.get(request.getConnectionMetaData().getConnection());
        if (one == null) {
            return super.handle(request, response, callback);
        }
        Pace pace = one.pace();
        long number = pace.headCame();
        Request.addCompletionListener(request, failure -> pace.awaitsHead(number, System.nanoTime()));
        return super.handle(new PacedRequest(request, pace), response, callback);
    }
}
