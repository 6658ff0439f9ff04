package io.vigie.standalone.demo;

import io.vigie.standalone.Refusal;
import io.vigie.standalone.api.Api;
import io.vigie.standalone.api.Problem;
import io.vigie.standalone.output.Progress;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Registers what the demo needs; what is registered already stays as it is. */
final class Registering {

    private static final int THREADS = 8;
    private static final int ATTEMPTS = 10;
    private static final long PAUSE_MILLIS = 100;

    /** Conflicts with somebody who is at it at the same time. */
    private static final Set<String> PASSING = Set.of("concurrent-change", "idempotency-key-in-use");

    private final Api api;
    private final Latest latest;

    Registering(Api api, Latest latest) {
        this.api = api;
        this.latest = latest;
    }

    void managers() {
        manager("demo-am-1", "Maren Holt", 40);
        manager("demo-am-2", "Jules Okafor", 35);
        manager("demo-am-3", "Priya Raman", 30);
        manager("demo-am-4", "Teo Lindqvist", 25);
        manager("demo-am-5", "Cora Whitaker", 20);
    }

    /** How many were new. */
    int clients(List<ObjectNode> clients) {
        AtomicInteger added = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try (Progress progress = new Progress("register", "clients", clients.size())) {
            List<Future<?>> running = clients.stream()
                    .<Future<?>>map(client -> threads.submit(() -> {
                        if (isNew("/api/clients", client)) {
                            added.incrementAndGet();
                        }
                        progress.step();
                    }))
                    .toList();
            for (Future<?> one : running) {
                one.get();
            }
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Refusal("Interrupted.", 1, interrupted);
        } finally {
            threads.shutdownNow();
        }
        return added.get();
    }

    private void manager(String id, String name, int capacity) {
        isNew(
                "/api/account-managers",
                JsonMapper.shared()
                        .createObjectNode()
                        .put("accountManagerId", id)
                        .put("name", name)
                        .put("capacity", capacity));
    }

    private boolean isNew(String path, ObjectNode body) {
        for (int attempt = 1; ; attempt++) {
            try {
                latest.see(api.command("POST", path, body));
                return true;
            } catch (Problem refused) {
                if (refused.slug().endsWith("-already-registered")) {
                    return false;
                }
                if (!PASSING.contains(refused.slug()) || attempt == ATTEMPTS) {
                    throw refused;
                }
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Refusal("Interrupted.", 1, interrupted);
        }
    }
}
