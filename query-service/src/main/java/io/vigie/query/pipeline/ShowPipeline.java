package io.vigie.query.pipeline;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Pipeline")
class ShowPipeline {

    private static final long YOUNG_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Looking looking;
    private final Clock clock;

    /** Whose look takes long, as without Kafka, holds up nobody who can be told the last one. */
    private final ReentrantLock asking = new ReentrantLock();

    private volatile @Nullable Looked latest;

    ShowPipeline(Looking looking, Clock clock) {
        this.looking = looking;
        this.clock = clock;
    }

    @GetMapping("/api/pipeline")
    @Operation(
            operationId = "showPipeline",
            summary = "The way of an event in numbers, from the store to what can be read",
            description = "Rates, what waits where and for how long, latencies of the last minute, and who has which"
                    + " partition. However many look, it is looked once a second. The store's rate is of client events that"
                    + " can be read, by the moments at which they were recorded; scoring's of score records in the views."
                    + " What waits is counted in offsets, of which marks of transactions take some. Without Kafka the rest"
                    + " is told, and null for what only Kafka knows.")
    Pipeline show() {
        Looked known = latest;
        if (known == null) {
            asking.lock();
        } else if (known.isYoung() || !asking.tryLock()) {
            return known.pipeline();
        }
        try {
            Looked meanwhile = latest;
            if (meanwhile != null && meanwhile.isYoung()) {
                return meanwhile.pipeline();
            }
            Pipeline fresh = looking.look(clock.instant());
            latest = new Looked(fresh, System.nanoTime());
            return fresh;
        } finally {
            asking.unlock();
        }
    }

    private record Looked(Pipeline pipeline, long at) {

        boolean isYoung() {
            return System.nanoTime() - at < YOUNG_NANOS;
        }
    }
}
