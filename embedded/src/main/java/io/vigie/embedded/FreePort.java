package io.vigie.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Looks for ports of the loopback interface that nobody listens on. */
public final class FreePort {

    private FreePort() {}

    /** A port that was free a moment ago; somebody else may still take it before the caller does. */
    public static int find() {
        try (ServerSocket socket = bound(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new EmbeddedServerException("No free port can be had on 127.0.0.1: " + e.getMessage() + ".", e);
        }
    }

    /** The given port, or a free one for 0. */
    static int orFree(int port) {
        return port == 0 ? find() : port;
    }

    /** Whether somebody could listen on 127.0.0.1:{@code port} now. */
    public static boolean isFree(int port) {
        try (ServerSocket socket = bound(port)) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private static ServerSocket bound(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }
}
