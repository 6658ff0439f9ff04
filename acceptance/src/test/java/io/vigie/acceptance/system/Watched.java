package io.vigie.acceptance.system;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** The live stream as a browser gets it, through the edge. */
public final class Watched implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpResponse<InputStream> stream;
    private final StringBuffer text = new StringBuffer();
    private volatile boolean over;

    /** Opens it, of these topics. */
    public Watched(Api api, String topics) throws IOException, InterruptedException {
        this(api, topics, Map.of());
    }

    /** The same with more request headers. */
    Watched(Api api, String topics, Map<String, String> headers) throws IOException, InterruptedException {
        stream = api.open("/api/stream?topics=" + topics, headers);
        if (stream.statusCode() != 200) {
            throw new IOException("the stream was answered " + stream.statusCode());
        }
        Thread reader = new Thread(this::read, "watched");
        reader.setDaemon(true);
        reader.start();
        await("event: hello");
    }

    private void read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                text.append(line).append('\n');
            }
        } catch (IOException closed) {
            // That is an end, too.
        }
        over = true;
    }

    /** Waits until that was said. */
    public void await(String part) throws InterruptedException {
        Patience.await("the stream says " + part, PATIENCE, () -> text().contains(part));
    }

    /** Waits until it ends. */
    public void awaitEnd(Duration atMost) throws InterruptedException {
        Patience.await("the stream ends", atMost, () -> over);
    }

    /** Whether it has ended. */
    public boolean isOver() {
        return over;
    }

    /** All that was said so far. */
    public String text() {
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        stream.body().close();
    }
}
