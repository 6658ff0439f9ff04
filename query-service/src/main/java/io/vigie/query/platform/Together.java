package io.vigie.query.platform;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A question that takes long and has the same answer for everybody: asked by one at a time, for all who came before that one
 * began. So nobody gets an answer that is older than the own request, and however many ask, the database answers one of them.
 *
 * @param <T> the answer, which is never changed
 */
public final class Together<T> {

    private final ReentrantLock turn = new ReentrantLock();
    private Round<T> next = new Round<>();

    /** Asks, or waits for whoever asks for this one, too; a failure is that of all who waited for it. */
    public T ask(Supplier<T> question) {
        Round<T> own = next();
        turn.lock();
        try {
            if (!own.isOver()) {
                begin();
                own.run(question);
            }
            return own.told();
        } finally {
            turn.unlock();
        }
    }

    private synchronized Round<T> next() {
        return next;
    }

    /** Who comes from now on waits for another one. */
    private synchronized void begin() {
        next = new Round<>();
    }

    /** Under the lock, but for making it. */
    private static final class Round<T> {

        private @Nullable T answer;
        private @Nullable RuntimeException failure;

        boolean isOver() {
            return answer != null || failure != null;
        }

        void run(Supplier<T> question) {
            try {
                answer = question.get();
            } catch (RuntimeException failed) {
                failure = failed;
            }
        }

        T told() {
            T known = answer;
            if (known == null) {
                throw failure == null ? new IllegalStateException("nothing was found out") : failure;
            }
            return known;
        }
    }
}
