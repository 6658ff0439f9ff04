package io.vigie.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/** A broker's process in which somebody takes its port after the port was found to be free and before it is used. */
final class PortThief {

    private PortThief() {}

    public static void main(String[] args) throws Exception {
        Thread thief = new Thread(() -> steal(Path.of(args[0]), Integer.parseInt(args[1])), "thief");
        thief.setDaemon(true);
        thief.start();
        KafkaMain.main(args);
    }

    /** The broker's folder is made after its ports were looked at. */
    private static void steal(Path data, int port) {
        while (!Files.exists(data)) {
            Thread.onSpinWait();
        }
        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
            taken.accept();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
