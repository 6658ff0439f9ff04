package io.vigie.command.relay;

import io.vigie.command.platform.KafkaAccess;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.common.KafkaFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Whether the broker answers. Asked for its own sake, because a relay that has nothing to send would not notice that it
 * is gone, and one on standby even less.
 */
@Component
class BrokerReach {

    private static final Logger LOG = LoggerFactory.getLogger(BrokerReach.class);

    private static final int ANSWER_WITHIN_MS = 3_000;

    /** One may be lost when the broker starts again. */
    private static final int MISSES = 2;

    private final KafkaAccess kafka;
    private final AtomicInteger misses = new AtomicInteger();
    private @Nullable Admin admin;
    private @Nullable KafkaFuture<String> asked;

    BrokerReach(KafkaAccess kafka) {
        this.kafka = kafka;
    }

    synchronized void open() {
        if (admin == null) {
            admin = kafka.admin();
        }
    }

    /** Asks, unless an answer is still awaited; doesn't wait for it. */
    synchronized void ask() {
        if (admin != null && (asked == null || asked.isDone())) {
            asked = admin.describeCluster(new DescribeClusterOptions().timeoutMs(ANSWER_WITHIN_MS))
                    .clusterId()
                    .whenComplete((id, failure) -> answered(failure == null));
        }
    }

    /** True when it has not answered for some seconds. */
    boolean isAway() {
        return misses.get() >= MISSES;
    }

    synchronized void close() {
        if (admin != null) {
            admin.close(Duration.ZERO);
            admin = null;
            asked = null;
        }
    }

    private void answered(boolean there) {
        int before = there ? misses.getAndSet(0) : misses.getAndIncrement();
        if (!there && before + 1 == MISSES) {
            LOG.warn("Kafka does not answer: commands are taken, their events wait in the store");
        } else if (there && before >= MISSES) {
            LOG.info("Kafka answers again");
        }
    }
}
