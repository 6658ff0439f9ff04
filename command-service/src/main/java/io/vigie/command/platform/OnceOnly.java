package io.vigie.command.platform;

import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Honours {@code Idempotency-Key} for requests that are no commands about an aggregate. */
@Component
public final class OnceOnly {

    private final Attempts attempts;
    private final AnsweredRequests answered;

    OnceOnly(Attempts attempts, AnsweredRequests answered) {
        this.attempts = attempts;
        this.answered = answered;
    }

    /** What a request led to: the status it is answered with and the id of what it made. */
    public record Done(int status, String id) {}

    /** As {@link Done}; {@code replayed} when it had been done before. */
    public record Outcome(int status, String id, boolean replayed) {}

    /** Does it in one transaction with the key, or tells what was done under the same key. */
    public Outcome perform(CommandRequest request, Object body, Supplier<Done> work) {
        IdempotencyKey key = request.key();
        if (key == null) {
            Done done = attempts.inTransaction(work);
            return new Outcome(done.status(), done.id(), false);
        }
        byte[] fingerprint = AnsweredRequests.fingerprint(request, body);
        return attempts.inTransaction(() -> {
            Optional<Reply> earlier = answered.earlier(key, fingerprint);
            if (earlier.isPresent()) {
                return new Outcome(earlier.get().status(), earlier.get().aggregateId(), true);
            }
            Done done = work.get();
            answered.keep(key, fingerprint, new Reply(done.status(), done.id(), 0, 0));
            return new Outcome(done.status(), done.id(), false);
        });
    }
}
