package io.vigie.command.platform;

import io.vigie.command.eventstore.EventMetadata;
import io.vigie.command.eventstore.EventTooLarge;
import io.vigie.command.eventstore.LastPosition;
import io.vigie.web.Correlation;
import io.vigie.web.Rejected;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The way of every command: key, precondition, rule, events, places, answer and key again, all in one transaction. */
@Component
public final class Commands {

    private static final Success CREATED = new Success(HttpStatus.CREATED, HttpStatus.CREATED, false);
    private static final Success CHANGED = new Success(HttpStatus.OK, HttpStatus.OK, false);
    private static final Success ADDED = new Success(HttpStatus.CREATED, HttpStatus.OK, true);

    private final Turnstile turnstile;
    private final Attempts attempts;
    private final AnsweredRequests answered;
    private final CommandGateway gateway;
    private final LastPosition position;
    private final CrashPoint crash;

    Commands(
            Turnstile turnstile,
            Attempts attempts,
            AnsweredRequests answered,
            CommandGateway gateway,
            LastPosition position,
            CrashPoint crash) {
        this.turnstile = turnstile;
        this.attempts = attempts;
        this.answered = answered;
        this.gateway = gateway;
        this.position = position;
        this.crash = crash;
    }

    /** What a command that is taken is answered with. */
    private record Success(HttpStatus changed, HttpStatus unchanged, boolean mayExist) {}

    private record Handled(Reply reply, boolean replayed) {}

    /** Handles a command that creates {@code id}: 201 with its address. */
    public <A> ResponseEntity<A> create(
            CommandRequest request, Object body, String id, Object command, Subject<A> subject) {
        return answer(request, handle(request, body, id, command, subject, CREATED), subject);
    }

    /** Handles a command that adds to {@code id} what may be there already, {@code id} included: 201, else 200. */
    public <A> ResponseEntity<A> add(
            CommandRequest request, Object body, String id, Object command, Subject<A> subject) {
        return answer(request, handle(request, body, id, command, subject, ADDED), subject);
    }

    /** Handles a command about {@code id}: 200, whether it changed something or not. */
    public <A> ResponseEntity<A> change(
            CommandRequest request, @Nullable Object body, String id, Object command, Subject<A> subject) {
        return answer(request, handle(request, body, id, command, subject, CHANGED), subject);
    }

    /** Lets the rule of a command that records nothing speak, in the caller's transaction. */
    public void check(CommandRequest request, Object command) {
        try {
            gateway.sendAndWait(message(command, request));
        } catch (Refused refused) {
            throw rejected(refused);
        }
    }

    private Handled handle(
            CommandRequest request,
            @Nullable Object body,
            String id,
            Object command,
            Subject<?> subject,
            Success success) {
        CommandMessage<?> message = message(command, request);
        try {
            IdempotencyKey key = request.key();
            if (key == null) {
                return new Handled(
                        turnstile.pass(id, () -> attempts.inTransaction(() -> execute(message, success))), false);
            }
            byte[] fingerprint = AnsweredRequests.fingerprint(request, body);
            return turnstile.pass(
                    id,
                    () -> attempts.inTransaction(() -> {
                        Optional<Reply> earlier = answered.earlier(key, fingerprint);
                        Reply reply = earlier.orElseGet(() -> {
                            Reply fresh = execute(message, success);
                            answered.keep(key, fingerprint, fresh);
                            return fresh;
                        });
                        return new Handled(reply, earlier.isPresent());
                    }));
        } catch (AggregateStreamCreationException taken) {
            throw Rejected.conflict(
                    subject.name() + "-already-registered",
                    "Already registered",
                    "This id is taken; choose another or leave it out.");
        } catch (EventTooLarge large) {
            throw Rejected.tooLarge(
                    "event-too-large", "Event too large", "There is more text than one event can hold.");
        } catch (Refused refused) {
            throw rejected(refused);
        }
    }

    private Reply execute(CommandMessage<?> message, Success success) {
        Recorded recorded = recorded(message, success);
        crash.reached("command.before-commit");
        long token = recorded.changed()
                ? position.ofThisTransaction().orElseThrow()
                : position.ofAggregate(recorded.aggregateId()).orElseThrow();
        int status = (recorded.changed() ? success.changed() : success.unchanged()).value();
        return new Reply(status, recorded.aggregateId(), recorded.version(), token);
    }

    /** Where it may exist already, somebody who made it at the same time is only in the way: the next attempt finds it. */
    private Recorded recorded(CommandMessage<?> message, Success success) {
        try {
            return gateway.sendAndWait(message);
        } catch (AggregateStreamCreationException taken) {
            if (success.mayExist()) {
                throw new ConcurrencyException("it was made meanwhile", taken);
            }
            throw taken;
        }
    }

    private static CommandMessage<?> message(Object command, CommandRequest request) {
        return GenericCommandMessage.asCommandMessage(command)
                .withMetaData(Map.of(
                        EventMetadata.ACTOR,
                        request.actor(),
                        EventMetadata.ACTOR_KIND,
                        "user",
                        EventMetadata.CORRELATION_ID,
                        Correlation.id(),
                        Precondition.METADATA,
                        request.precondition(),
                        Portfolio.METADATA,
                        request.portfolio()));
    }

    private static <A> ResponseEntity<A> answer(CommandRequest request, Handled handled, Subject<A> subject) {
        Reply reply = handled.reply();
        A body = subject.shape().of(reply.aggregateId(), reply.version(), Long.toString(reply.consistencyToken()));
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.status(reply.status()).eTag("\"" + reply.version() + "\"");
        if (reply.status() == HttpStatus.CREATED.value()) {
            answer.location(URI.create(request.path() + "/" + subject.place().of(reply.aggregateId(), body)));
        }
        if (handled.replayed()) {
            answer.header("Idempotency-Replayed", "true");
        }
        return answer.body(body);
    }

    private static Rejected rejected(Refused refused) {
        String slug = refused.slug();
        String title = Character.toUpperCase(slug.charAt(0)) + slug.substring(1).replace('-', ' ');
        return switch (refused.kind()) {
            case NOT_FOUND -> Rejected.unknown(slug, title, refused.detail());
            case CONFLICT -> Rejected.conflict(slug, title, refused.detail());
            case STALE -> Rejected.stale(slug, title, refused.detail());
            case UNUSABLE -> Rejected.unprocessable(slug, title, refused.detail());
        };
    }
}
