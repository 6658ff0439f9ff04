package io.vigie.standalone.edge;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses of the internet as they are written in numbers; a name is none, and is never looked up. */
final class NumericAddress {

    private static final String OCTET = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Pattern IPV4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");

    /** What has a colon and begins like this, Java takes for a number or for nothing. */
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:]{0,4}:[0-9a-fA-F:.]{1,40}");

    private static final int NETWORK_BYTES = 8;

    private NumericAddress() {}

    /** The address, or nothing when it isn't one. */
    static Optional<InetAddress> read(String text) {
        try {
            return IPV4.matcher(text).matches() || IPV6.matcher(text).matches()
                    ? Optional.of(InetAddress.getByName(text))
                    : Optional.empty();
        } catch (UnknownHostException notOne) {
            return Optional.empty();
        }
    }

    /** By what limits count who is there: of IPv6 the first half, for whoever has one address has all of its network. */
    static String counted(SocketAddress peer) {
        InetAddress address = peer instanceof InetSocketAddress internet ? internet.getAddress() : null;
        if (address == null) {
            return "";
        }
        return address instanceof Inet6Address six
                ? HexFormat.of().formatHex(six.getAddress(), 0, NETWORK_BYTES)
                : address.getHostAddress();
    }
}
