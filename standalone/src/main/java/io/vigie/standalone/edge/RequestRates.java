package io.vigie.standalone.edge;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.DoSHandler.LeakingBucketTrackerFactory;
import org.eclipse.jetty.server.handler.DoSHandler.Tracker;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.NanoTime;

/**
 * Lets only so many requests in from one address, for who asks isn't known here. Of very many addresses those are forgotten
 * that were silent for longest, and begin anew: nobody is kept out because others are many, as Jetty's own handler does.
 */
final class RequestRates extends Handler.Wrapper {

    private final LeakingBucketTrackerFactory buckets;
    private final Map<String, Tracker> trackers;

    RequestRates(Limits limits, Handler inside) {
        super(inside);
        int rate = limits.requestsPerSecond();
        this.buckets = new LeakingBucketTrackerFactory(rate, 2 * rate, Duration.ofSeconds(10));
        this.trackers = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Tracker> longestSilent) {
                return size() > limits.addresses();
            }
        };
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (of(NumericAddress.counted(request.getConnectionMetaData().getRemoteSocketAddress()))
                .onRequest(NanoTime.now())) {
            return super.handle(request, response, callback);
        }
        EdgeProblem.of(429).write(response, callback);
        return true;
    }

    private Tracker of(String address) {
        synchronized (trackers) {
            return trackers.computeIfAbsent(address, buckets::newTracker);
        }
    }
}
