package io.vigie.benchmarks.wholesystem;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.json.JsonMapper;

/** A tab that watches clients through the edge, and remembers when each showed first. */
final class Screen implements AutoCloseable {

    private static final String EVENT = "event: ";
    private static final String DATA = "data: ";
    private static final int PATIENCE_SECONDS = 60;

    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpResponse<InputStream> stream;
    private final Map<String, Long> shown = new ConcurrentHashMap<>();
    private final AtomicInteger resets = new AtomicInteger();
    private final CountDownLatch begun = new CountDownLatch(1);

    Screen(HttpResponse<InputStream> stream) throws IOException, InterruptedException {
        this.stream = stream;
        if (stream.statusCode() != 200) {
            close();
            throw new IOException("the stream was answered " + stream.statusCode());
        }
        Thread reader = new Thread(this::read, "screen");
        reader.setDaemon(true);
        reader.start();
        if (!begun.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            close();
            throw new IOException("the stream said nothing");
        }
    }

    private void read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
            String event = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(EVENT)) {
                    event = line.substring(EVENT.length());
                } else if (line.startsWith(DATA)) {
                    see(event, line.substring(DATA.length()), System.nanoTime());
                }
            }
        } catch (IOException closed) {
            // Whoever waits for something finds that it isn't there.
        } finally {
            begun.countDown();
        }
    }

    private void see(String event, String data, long now) {
        switch (event) {
            case "hello" -> begun.countDown();
            case "reset" -> resets.incrementAndGet();
            case "clients" ->
                shown.putIfAbsent(json.readTree(data).path("clientId").asString(), now);
            default -> {
                // Other things that a page shows.
            }
        }
    }

    /** When it showed, by {@link System#nanoTime()}; empty when it hadn't by the deadline. */
    OptionalLong shown(String clientId, long deadline) throws InterruptedException {
        while (true) {
            Long when = shown.get(clientId);
            if (when != null) {
                return OptionalLong.of(when);
            }
            if (System.nanoTime() - deadline >= 0) {
                return OptionalLong.empty();
            }
            Thread.sleep(10);
        }
    }

    int resets() {
        return resets.get();
    }

    @Override
    public void close() throws IOException {
        stream.body().close();
    }
}
