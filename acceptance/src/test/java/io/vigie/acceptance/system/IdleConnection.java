package io.vigie.acceptance.system;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A connection to a service as the edge keeps one: used, then idle, then used again. */
public final class IdleConnection implements AutoCloseable {

    private final Socket socket;
    private final BufferedReader answers;
    private long usedAt;

    public IdleConnection(int port) throws IOException {
        socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(20_000);
        answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
    }

    /** The status line of an answer without a body; empty when the service has closed the connection. */
    public String ask() throws IOException {
        socket.getOutputStream()
                .write("HEAD /actuator/health HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        String status = answers.readLine();
        String line = status;
        while (line != null && !line.isEmpty()) {
            line = answers.readLine();
        }
        usedAt = System.nanoTime();
        return status == null ? "" : status;
    }

    /** Waits until it has not been used for that long. */
    public void awaitIdle(Duration time) throws InterruptedException {
        Thread.sleep(Math.max(0, time.minusNanos(System.nanoTime() - usedAt).toMillis()));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
