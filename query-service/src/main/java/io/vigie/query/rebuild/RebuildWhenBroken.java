package io.vigie.query.rebuild;

import io.vigie.query.projection.Feeds;
import io.vigie.web.Rejected;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Views that hold what Kafka has lost can't go on: they are built again from what it has. The relay sends what is
 * missing once more, so nobody has to be asked.
 */
@Component
final class RebuildWhenBroken implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RebuildWhenBroken.class);
    private static final long PACE_MILLIS = 500;
    private static final long SETTLING_MILLIS = 5_000;

    private final Feeds feeds;
    private final Rebuilds rebuilds;
    private volatile boolean running;
    private Thread watch = new Thread(this::run, "broken-views");
    private boolean rebuilt;

    RebuildWhenBroken(Feeds feeds, Rebuilds rebuilds) {
        this.feeds = feeds;
        this.rebuilds = rebuilds;
    }

    private void run() {
        while (running) {
            try {
                Thread.sleep(look());
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }

    private long look() {
        try {
            if (feeds.broken() == null) {
                rebuilt = false;
            } else if (rebuilds.isRunning()) {
                rebuilt = true;
            } else if (rebuilt) {
                // By another instance, or in vain: see whether there is anything left to mend.
                rebuilt = false;
                feeds.restart();
                return SETTLING_MILLIS;
            } else {
                LOG.info("Rebuild {} mends the views", rebuilds.begin(false).rebuildId());
                rebuilt = true;
            }
        } catch (Rejected anotherWasFirst) {
            rebuilt = true;
        } catch (RuntimeException unavailable) {
            LOG.warn("The views can't be mended yet: {}", unavailable.getClass().getSimpleName());
        }
        return PACE_MILLIS;
    }

    @Override
    public void start() {
        running = true;
        watch = new Thread(this::run, "broken-views");
        watch.setDaemon(true);
        watch.start();
    }

    @Override
    public void stop() {
        running = false;
        watch.interrupt();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
