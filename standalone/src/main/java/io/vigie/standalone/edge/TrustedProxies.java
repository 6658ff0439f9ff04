package io.vigie.standalone.edge;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.regex.Pattern;
import org.eclipse.jetty.util.InetAddressSet;
import org.jspecify.annotations.Nullable;

/** By whom alone other machines reach the edge, once it has some: they end TLS, and are believed where requests come from. */
final class TrustedProxies {

    /** Of everybody there is none. */
    private static final Pattern NETWORK = Pattern.compile("[^/]+(/[1-9]\\d{0,2})?");

    private final InetAddressSet addresses = new InetAddressSet();

    /**
     * None for no text.
     *
     * @param text addresses and networks such as 10.0.0.0/8, separated by commas
     * @throws EdgeRefusal when one is neither
     */
    TrustedProxies(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return;
        }
        for (String one : text.split(",", -1)) {
            add(one.strip());
        }
    }

    private void add(String one) {
        int slash = one.indexOf('/');
        try {
            if (NETWORK.matcher(one).matches()
                    && NumericAddress.read(slash < 0 ? one : one.substring(0, slash))
                            .isPresent()) {
                addresses.add(one);
                return;
            }
        } catch (IllegalArgumentException notANetwork) {
            throw refused(notANetwork);
        }
        throw refused(null);
    }

    private static EdgeRefusal refused(@Nullable Exception cause) {
        return new EdgeRefusal(
                "vigie.edge.trusted-proxies must be addresses or networks, separated by commas, such as"
                        + " 192.0.2.10,10.1.0.0/16,2001:db8::/64; no names, and of a network no more than its own bits",
                cause);
    }

    boolean isEmpty() {
        return addresses.isEmpty();
    }

    /** Whether it is one of them. */
    boolean contains(SocketAddress peer) {
        InetAddress address = address(peer);
        return address != null && addresses.test(address);
    }

    /** Whether it may ask the edge: one of them, a program of this machine, or everybody while there are none. */
    boolean letIn(SocketAddress peer) {
        InetAddress address = address(peer);
        return isEmpty() || address != null && (address.isLoopbackAddress() || addresses.test(address));
    }

    private static @Nullable InetAddress address(SocketAddress peer) {
        return peer instanceof InetSocketAddress internet ? internet.getAddress() : null;
    }
}
