package io.vigie.access.requests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Speaks HTTP/1.1 by hand, so that it can say anything; one connection for each request. */
final class Asker {

    private final int port;

    Asker(int port) {
        this.port = port;
    }

    /** Asks; headers as name, value, name, value. */
    Answer ask(String method, String path, String... headers) {
        return send(method, path, "", headers);
    }

    /** Sends JSON. */
    Answer send(String method, String path, String json, String... headers) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        StringBuilder request = new StringBuilder(method + " " + path + " HTTP/1.0\r\nHost: localhost\r\n");
        for (int header = 0; header < headers.length; header += 2) {
            request.append(headers[header])
                    .append(": ")
                    .append(headers[header + 1])
                    .append("\r\n");
        }
        if (body.length > 0) {
            request.append("Content-Type: application/json\r\n");
        }
        request.append("Connection: close\r\nContent-Length: " + body.length + "\r\n\r\n");
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().write(body);
            socket.getOutputStream().flush();
            return new Answer(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
