package io.vigie.acceptance.load;

import io.vigie.acceptance.load.Outcome.State;
import io.vigie.acceptance.system.Answer;
import io.vigie.acceptance.system.Api;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Eight people at work, each a few commands a second, who repeat with the same key whatever got no definite answer. */
public final class Load {

    private static final int PEOPLE = 8;
    private static final Duration BETWEEN = Duration.ofMillis(250);
    private static final Duration GIVE_UP = Duration.ofMinutes(3);
    private static final Set<String> ASK_AGAIN = Set.of("idempotency-key-in-use", "projection-behind");

    private final Api api;
    private final Journal journal;
    private final Operations operations;
    private final List<Thread> people = new ArrayList<>();
    private volatile boolean going = true;

    public Load(Api api, Journal journal, String run, int mostClients, List<String> managers) {
        this.api = api;
        this.journal = journal;
        this.operations = new Operations(run, mostClients, managers);
    }

    public void start(long seed) {
        for (int person = 0; person < PEOPLE; person++) {
            Random random = new Random(seed * PEOPLE + person);
            Thread thread = new Thread(() -> work(random), "load-" + person);
            people.add(thread);
            thread.start();
        }
    }

    /** Lets everybody finish what they have begun. */
    public void stop() throws InterruptedException {
        going = false;
        for (Thread person : people) {
            person.join();
        }
    }

    private void work(Random random) {
        try {
            while (going) {
                Operation operation = operations.next(random);
                journal.invoked(operation);
                Outcome outcome = carryOut(operation, random.nextBoolean());
                journal.ended(outcome);
                operations.ended(outcome);
                Thread.sleep(random.nextLong(BETWEEN.toMillis() * 2));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Outcome carryOut(Operation operation, boolean thenRead) throws InterruptedException {
        Instant end = Instant.now().plus(GIVE_UP);
        while (Instant.now().isBefore(end)) {
            try {
                Answer answer = api.send(
                        operation.method(),
                        operation.path(),
                        operation.body(),
                        Map.of("Idempotency-Key", operation.id()));
                if (answer.succeeded()) {
                    long version = answer.body().path("version").asLong();
                    if (thenRead) {
                        readOwnWrite(
                                operation,
                                version,
                                answer.body().path("consistencyToken").asString());
                    }
                    return new Outcome(operation, State.OK, answer.status(), version);
                }
                if (answer.status() < 500 && answer.status() != 429 && !ASK_AGAIN.contains(answer.problem())) {
                    return new Outcome(operation, State.REJECTED, answer.status(), 0);
                }
                if (answer.status() == 500) {
                    journal.violated(operation.id() + " was answered with 500: " + answer.text());
                }
            } catch (IOException noAnswer) {
                // Unknown: asked again below, with the same key.
            }
            Thread.sleep(200);
        }
        return new Outcome(operation, State.UNKNOWN, 0, 0);
    }

    private void readOwnWrite(Operation operation, long version, String token) throws InterruptedException {
        try {
            Answer read = api.get(operation.readPath() + "?consistencyToken=" + token);
            if (read.status() == 200 && read.body().path("version").asLong() < version) {
                journal.violated("stale read after %s: version %d, wanted %d"
                        .formatted(operation.id(), read.body().path("version").asLong(), version));
            } else if (read.status() == 404) {
                journal.violated("read after " + operation.id() + " with its token found nothing");
            }
        } catch (IOException noAnswer) {
            // A read without an answer promises nothing.
        }
    }
}
