package io.vigie.standalone.edge;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Speaks HTTP as no well-behaved client would. */
final class Wire {

    private final String address;
    private final int port;

    Wire(int port) {
        this("127.0.0.1", port);
    }

    Wire(String address, int port) {
        this.address = address;
        this.port = port;
    }

    /** The whole answer, head and body; the server is expected to close. */
    String send(byte[] request) {
        try (Socket socket = new Socket(address, port)) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            try {
                out.write(request);
                out.flush();
            } catch (IOException refusedEarly) {
                // The answer may be there all the same.
            }
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            byte[] buffer = new byte[8192];
            try {
                for (int n = socket.getInputStream().read(buffer);
                        n >= 0;
                        n = socket.getInputStream().read(buffer)) {
                    answer.write(buffer, 0, n);
                }
            } catch (IOException reset) {
                // What came before it counts.
            }
            return answer.toString(StandardCharsets.UTF_8);
        } catch (IOException unreachable) {
            throw new java.io.UncheckedIOException(unreachable);
        }
    }

    String send(String request) {
        return send(request.getBytes(StandardCharsets.ISO_8859_1));
    }

    String get(String target, String... headers) {
        return send("GET " + target + " HTTP/1.1\r\n" + head(headers) + "\r\n");
    }

    String post(String target, String type, byte[] body, String... headers) {
        byte[] head = ("POST " + target + " HTTP/1.1\r\nContent-Type: " + type + "\r\nContent-Length: " + body.length
                        + "\r\n" + head(headers) + "\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = new byte[head.length + body.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        return send(all);
    }

    String json(String body) {
        return post("/things", "application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    private static String head(String... headers) {
        return "Host: localhost\r\nConnection: close\r\n"
                + (headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n");
    }

    static int status(String answer) {
        return answer.length() < 12 ? -1 : Integer.parseInt(answer.substring(9, 12));
    }
}
