package io.vigie.command.relay;

import io.vigie.command.relay.StoredEvents.Batch;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/**
 * Reads the next batch of a backlog while one is being sent, so that it waits for store and broker at the same time and
 * not in turn. What was read behind the horizon stays right, however much later it is used.
 */
final class ReadAhead implements AutoCloseable {

    private final StoredEvents store;
    private final int batch;
    private final ExecutorService reading =
            Executors.newSingleThreadExecutor(task -> new Thread(task, "relay-read-ahead"));
    private @Nullable Ahead ahead;

    ReadAhead(StoredEvents store, int batch) {
        this.store = store;
        this.batch = batch;
    }

    private record Ahead(Position after, Future<Batch> batch) {}

    /** As the store has it. */
    Batch after(Position position) {
        Ahead begun = ahead;
        ahead = null;
        Batch next =
                begun != null && begun.after().equals(position) ? await(begun.batch()) : store.after(position, batch);
        if (next.more()) {
            Position last = next.events().get(next.events().size() - 1).position();
            ahead = new Ahead(last, reading.submit(() -> store.after(last, batch)));
        }
        return next;
    }

    private static Batch await(Future<Batch> batch) {
        try {
            return batch.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof DataAccessException failure
                    ? failure
                    : new IllegalStateException("the store could not be read", e.getCause());
        } catch (CancellationException | InterruptedException e) {
            throw new InterruptException("interrupted while the store was read");
        }
    }

    @Override
    public void close() {
        reading.shutdownNow();
    }
}
