package io.vigie.standalone.edge;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.Assumptions;

/** By which this machine reaches itself as others would. */
final class OwnAddress {

    private OwnAddress() {}

    /** Of IPv4; a machine without any network skips the test. */
    static String find() throws IOException {
        for (InetAddress address : NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .toList()) {
            if (address.getAddress().length == 4 && !address.isLoopbackAddress() && isSeenByIt(address)) {
                return address.getHostAddress();
            }
        }
        return Assumptions.abort("this machine has no network");
    }

    /** Not if it is translated on its way. */
    private static boolean isSeenByIt(InetAddress address) throws IOException {
        try (ServerSocket server = new ServerSocket(0);
                Socket client = new Socket(address, server.getLocalPort());
                Socket accepted = server.accept()) {
            return client.isConnected() && accepted.getInetAddress().equals(address);
        }
    }
}
