package io.vigie.query.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.assertj.core.api.Assertions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who watches the live stream, and remembers everything. */
public final class Watcher implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final long PATIENCE_MILLIS = 20_000;

    private final HttpResponse<InputStream> response;
    private final List<Told> told = new ArrayList<>();
    private int comments;
    private boolean over;

    /**
     * An event as it came.
     *
     * @param nanos when, by {@link System#nanoTime()}
     */
    public record Told(String event, String id, JsonNode data, long nanos) {

        /** Whether it is a patch of that topic in which the field has that value. */
        public boolean isOf(String topic, String field, String value) {
            return event.equals(topic) && data.path(field).asString("").equals(value);
        }
    }

    Watcher(HttpResponse<InputStream> response) {
        this.response = response;
        Thread reader = new Thread(this::read, "watcher");
        reader.setDaemon(true);
        reader.start();
    }

    /** The status of the answer. */
    public int status() {
        return response.statusCode();
    }

    /** A header of the answer, or nothing. */
    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private void read() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            String event = "";
            String id = "";
            String data = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(":")) {
                    comment();
                } else if (line.isEmpty()) {
                    if (!event.isEmpty()) {
                        add(new Told(event, id, JSON.readTree(data), System.nanoTime()));
                    }
                    event = "";
                } else if (line.startsWith("event: ")) {
                    event = line.substring(7);
                } else if (line.startsWith("id: ")) {
                    id = line.substring(4);
                } else if (line.startsWith("data: ")) {
                    data = line.substring(6);
                }
            }
        } catch (IOException closed) {
            // That is an end, too.
        }
        end();
    }

    private synchronized void add(Told one) {
        told.add(one);
        notifyAll();
    }

    private synchronized void comment() {
        comments++;
    }

    private synchronized void end() {
        over = true;
        notifyAll();
    }

    /** Everything so far. */
    public synchronized List<Told> told() {
        return List.copyOf(told);
    }

    /** Everything so far of one topic. */
    public List<Told> told(String topic) {
        return told().stream().filter(one -> one.event().equals(topic)).toList();
    }

    /** How many comments came. */
    public synchronized int comments() {
        return comments;
    }

    /** The id that came last. */
    public synchronized String lastId() {
        return told.get(told.size() - 1).id();
    }

    /** Waits for something; fails after 20 s without it. */
    public synchronized Told await(Predicate<Told> wanted) {
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        int seen = 0;
        while (true) {
            for (; seen < told.size(); seen++) {
                if (wanted.test(told.get(seen))) {
                    return told.get(seen);
                }
            }
            long left = end - System.currentTimeMillis();
            if (left <= 0 || over) {
                return Assertions.fail("%s, but only %s came", over ? "it is over" : "nothing more comes", told);
            }
            pause(left);
        }
    }

    /** Waits for the first event of that name. */
    public Told await(String event) {
        return await(one -> one.event().equals(event));
    }

    /** Waits until the stream ends; fails when it doesn't within 20 s. */
    public synchronized void awaitEnd() {
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (!over) {
            long left = end - System.currentTimeMillis();
            if (left <= 0) {
                Assertions.fail("it goes on: %s", told);
            }
            pause(left);
        }
    }

    private void pause(long millis) {
        try {
            wait(Math.min(millis, 100));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Whether it has ended. */
    public synchronized boolean isOver() {
        return over;
    }

    @Override
    public void close() {
        try {
            response.body().close();
        } catch (IOException gone) {
            // So it is.
        }
    }
}
