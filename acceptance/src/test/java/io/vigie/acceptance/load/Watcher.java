package io.vigie.acceptance.load;

import io.vigie.acceptance.load.Transcript.Told;
import io.vigie.acceptance.system.Api;
import io.vigie.acceptance.system.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/**
 * Somebody who watches clients and their events, whatever happens: leaves every few seconds, comes back from where they were,
 * as they do when the connection breaks, and reads everything when told to.
 */
public final class Watcher implements AutoCloseable {

    private static final String STREAM = "/api/stream?topics=" + Transcript.CLIENTS + "," + Transcript.EVENTS;

    /** By what no command changes, so that no client goes from one page to another meanwhile. */
    private static final String EVERYTHING = "/api/clients?sort=onboardedOn";

    private static final Duration SHORTEST_LOOK = Duration.ofSeconds(2);
    private static final int LONGER_MILLIS = 3_000;
    private static final int AWAY_MILLIS = 1_500;
    private static final long AGAIN_MILLIS = 200;

    private final Api api;
    private final Random random;
    private final Transcript transcript = new Transcript();
    private final AtomicInteger returns = new AtomicInteger();
    private final AtomicBoolean unread = new AtomicBoolean();
    private final List<Thread> eyes = List.of(new Thread(this::watch, "watcher"), new Thread(this::read, "reader"));
    private volatile boolean going = true;
    private volatile String lastId = "";

    private Watcher(Api api, long seed) {
        this.api = api;
        this.random = new Random(seed);
    }

    /** Begins. */
    public static Watcher of(Api api, long seed) {
        Watcher watcher = new Watcher(api, seed);
        watcher.eyes.forEach(Thread::start);
        return watcher;
    }

    /** What they were told. */
    public Transcript transcript() {
        return transcript;
    }

    /** How often they were let in again where they had been. */
    public int returns() {
        return returns.get();
    }

    private void watch() {
        try {
            while (going) {
                try {
                    look();
                } catch (IOException gone) {
                    Thread.sleep(AGAIN_MILLIS);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() throws IOException, InterruptedException {
        String from = lastId;
        HttpResponse<InputStream> stream = api.open(STREAM, from.isEmpty() ? Map.of() : Map.of("Last-Event-ID", from));
        try (InputStream body = stream.body()) {
            if (stream.statusCode() != 200) {
                throw new IOException("the stream was answered " + stream.statusCode());
            }
            if (from.isEmpty()) {
                unread.set(true);
            } else {
                returns.incrementAndGet();
            }
            long leaving = System.nanoTime()
                    + SHORTEST_LOOK.plusMillis(random.nextInt(LONGER_MILLIS)).toNanos();
            BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
            while (going && System.nanoTime() < leaving && hear(lines)) {
                // All is done by hearing it.
            }
        }
        Thread.sleep(random.nextInt(AWAY_MILLIS));
    }

    /** One event, to its end; what breaks off in the middle was never told. */
    private boolean hear(BufferedReader lines) throws IOException {
        String id = "";
        String topic = "";
        String data = "";
        String line = lines.readLine();
        while (line != null && !line.isEmpty()) {
            if (line.startsWith("id: ")) {
                id = line.substring(4);
            } else if (line.startsWith("event: ")) {
                topic = line.substring(7);
            } else if (line.startsWith("data: ")) {
                data = line.substring(6);
            }
            line = lines.readLine();
        }
        if (line != null && !topic.isEmpty()) {
            JsonNode patch = Json.parse(data);
            transcript.add(new Told(
                    id,
                    topic,
                    patch.path("clientId").asString(""),
                    patch.path("version").asLong(0)));
            if (topic.equals(Transcript.RESET)) {
                unread.set(true);
            }
            lastId = id.isEmpty() ? lastId : id;
        }
        return line != null;
    }

    private void read() {
        try {
            while (going) {
                if (unread.compareAndSet(true, false)) {
                    readEverything();
                }
                Thread.sleep(AGAIN_MILLIS);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void readEverything() throws InterruptedException {
        try {
            for (JsonNode client : api.all(EVERYTHING)) {
                transcript.add(new Told(
                        "",
                        Transcript.READ,
                        client.path("clientId").asString(),
                        client.path("version").asLong()));
            }
        } catch (IOException notNow) {
            unread.set(true);
        }
    }

    @Override
    public void close() throws InterruptedException {
        going = false;
        for (Thread thread : eyes) {
            thread.interrupt();
            thread.join();
        }
    }
}
